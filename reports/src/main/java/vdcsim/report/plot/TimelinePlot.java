package vdcsim.report.plot;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import vdcsim.report.chart.Chart;
import vdcsim.report.drawing.Palette;

/** States over time: a row a thing, a bar a state. */
final class TimelinePlot {
  private static final double HALF_A_BAR = 0.36;

  private final Chart.Timeline timeline;
  private final Look look;

  TimelinePlot(Chart.Timeline timeline, Look look) {
    this.timeline = timeline;
    this.look = look;
  }

  XYPlot plot() {
    ValueAxis time = look.numbers(timeline.frame().x(), true);
    time.setLowerMargin(0);
    time.setUpperMargin(0);
    String[] names =
        timeline.rows().stream().map(row -> look.shown(row.name())).toArray(String[]::new);
    SymbolAxis rows = look.dressed(new SymbolAxis(null, names), "");
    rows.setGridBandsVisible(false);
    rows.setInverted(true);
    rows.setRange(-0.5, names.length - 0.5);
    rows.setTickMarksVisible(false);
    rows.setAxisLineVisible(false);
    rows.setTickLabelPaint(Palette.INK);
    XYPlot plot = new XYPlot(data(), time, rows, renderer());
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(Look.THIN);
    return plot;
  }

  private XYBarRenderer renderer() {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(true);
    for (int i = 0; i < timeline.states().size(); i++) {
      renderer.setSeriesPaint(i, look.palette().series(i));
      renderer.setSeriesOutlinePaint(i, Palette.PAPER);
      renderer.setSeriesOutlineStroke(i, Look.THIN);
    }
    return renderer;
  }

  private XYIntervalSeriesCollection data() {
    List<XYIntervalSeries> series = new ArrayList<>();
    Name.all(timeline.states(), look)
        .forEach(name -> series.add(new XYIntervalSeries(name, false, true)));
    for (int row = 0; row < timeline.rows().size(); row++) {
      for (Chart.Span span : timeline.rows().get(row).spans()) {
        series
            .get(timeline.states().indexOf(span.state()))
            .add(span.from(), span.from(), span.to(), row, row - HALF_A_BAR, row + HALF_A_BAR);
      }
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    series.forEach(data::addSeries);
    return data;
  }
}
