package vdcsim.report.plot;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import vdcsim.report.chart.Chart;
import vdcsim.report.drawing.Palette;

/** Lines over numbers, with a band for the interval; or steps, for a distribution. */
final class LinePlot {
  private final Chart.Lines lines;
  private final Look look;

  LinePlot(Chart.Lines lines, Look look) {
    this.lines = lines;
    this.look = look;
  }

  XYPlot plot() {
    ValueAxis x = axis(lines.frame().x(), lines.frame().logX(), fromZero(), true);
    boolean logY = lines.frame().logY() && !lines.steps();
    ValueAxis y = axis(lines.frame().y(), logY, wide(), false);
    y.setAxisLineVisible(false);
    if (lines.steps()) {
      y.setRange(0, 102);
    }
    XYPlot plot = new XYPlot(data(), x, y, renderer());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(Look.THIN);
    plot.setDomainGridlinesVisible(lines.steps());
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(Look.THIN);
    plot.setDomainZeroBaselineVisible(false);
    return plot;
  }

  /** A horizontal scale starts at zero unless its values lie far from it. */
  private boolean fromZero() {
    double least = places().mapToDouble(Chart.Place::x).min().orElse(0);
    double most = places().mapToDouble(Chart.Place::x).max().orElse(0);
    return least >= 0 && least < most / 2;
  }

  /** Values that lie close together, far from zero, are shown by themselves. */
  private boolean wide() {
    DoubleSummaryStatistics values = places().mapToDouble(Chart.Place::y).summaryStatistics();
    return values.getCount() == 0
        || values.getMin() < 0.6 * values.getMax()
        || values.getMin() == values.getMax();
  }

  private java.util.stream.Stream<Chart.Place> places() {
    return lines.series().stream()
        .flatMap(series -> series.places().stream())
        .filter(place -> !place.isGap());
  }

  /** A logarithmic axis only where every value has a logarithm. */
  private ValueAxis axis(String label, boolean logarithmic, boolean fromZero, boolean horizontal) {
    DoubleSummaryStatistics values =
        places()
            .flatMapToDouble(
                p ->
                    horizontal ? DoubleStream.of(p.x()) : DoubleStream.of(p.low(), p.y(), p.high()))
            .summaryStatistics();
    return logarithmic && values.getCount() > 0 && values.getMin() > 0
        ? look.logarithmic(label, values.getMin(), values.getMax())
        : look.numbers(label, fromZero);
  }

  /** With a band only where there is an interval: an empty band would double the file. */
  private XYLineAndShapeRenderer plain() {
    if (places().allMatch(place -> place.low() == place.high())) {
      return new XYLineAndShapeRenderer(true, lines.marks());
    }
    DeviationRenderer banded = new DeviationRenderer(true, lines.marks());
    banded.setAlpha(0.18f);
    return banded;
  }

  private XYLineAndShapeRenderer renderer() {
    XYLineAndShapeRenderer renderer = plain();
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setLegendLine(new Line2D.Double(-10, 0, 10, 0));
    for (int i = 0; i < lines.series().size(); i++) {
      renderer.setSeriesPaint(i, look.palette().series(i));
      renderer.setSeriesFillPaint(i, look.palette().series(i));
      renderer.setSeriesStroke(i, stroke(i));
      renderer.setSeriesShape(i, shape(i));
      renderer.setSeriesShapesFilled(i, true);
    }
    return renderer;
  }

  private BasicStroke stroke(int series) {
    return look.palette().stroke(series, 2f);
  }

  private static Shape shape(int series) {
    return switch (series % 4) {
      case 0 -> new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4);
      case 1 -> new Rectangle2D.Double(-3, -3, 6, 6);
      case 2 -> polygon(0, -4, 3.8, 3, -3.8, 3);
      default -> polygon(0, -4.2, 4.2, 0, 0, 4.2, -4.2, 0);
    };
  }

  private static Shape polygon(double... places) {
    Path2D path = new Path2D.Double();
    path.moveTo(places[0], places[1]);
    for (int i = 2; i < places.length; i += 2) {
      path.lineTo(places[i], places[i + 1]);
    }
    path.closePath();
    return path;
  }

  private YIntervalSeriesCollection data() {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    List<Name> names = Name.all(lines.series().stream().map(Chart.LineSeries::name).toList(), look);
    for (int i = 0; i < names.size(); i++) {
      YIntervalSeries series = new YIntervalSeries(names.get(i), false, true);
      double before = 0;
      for (Chart.Place place : lines.series().get(i).places()) {
        if (lines.steps() && series.getItemCount() > 0) {
          series.add(place.x(), before, before, before);
        }
        series.add(place.x(), place.y(), place.low(), place.high());
        before = place.y();
      }
      data.addSeries(series);
    }
    return data;
  }
}
