package vdcsim.report.plot;

import java.awt.Color;
import java.awt.Paint;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;
import vdcsim.report.chart.Chart;
import vdcsim.report.drawing.Palette;

/** A field of cells, each with its number on the colour that stands for it. */
final class HeatPlot {
  private static final int STEPS = 60;
  private static final double WIDE = 1.02;
  private static final double MANY = 500;

  /** Half of the way from black to white, as the eye sees it. */
  private static final double MIDDLE = 140;

  private final Chart.HeatMap map;
  private final Look look;
  private final double least;
  private final double most;
  private final boolean logarithmic;

  HeatPlot(Chart.HeatMap map, Look look) {
    this.map = map;
    this.look = look;
    DoubleSummaryStatistics values =
        map.cells().stream().mapToDouble(Chart.Cell::value).summaryStatistics();
    boolean any = values.getCount() > 0;
    this.logarithmic = map.frame().logY() && any && values.getMin() > 0;
    double low = any ? values.getMin() : 0;
    this.least = logarithmic ? low / WIDE : Math.min(0, low);
    double high = any ? values.getMax() : 1;
    this.most = high > least ? high * (logarithmic ? WIDE : 1) : least + 1;
  }

  /** The chart with the scale of its colours at its right. */
  JFreeChart chart() {
    JFreeChart chart = look.chart(map.frame(), plot(), 1);
    ValueAxis numbers = logarithmic ? doubling() : look.numbers(map.scale(), least == 0);
    numbers.setRange(least, most);
    PaintScaleLegend legend = new PaintScaleLegend(new Colours(), numbers);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    legend.setSubdivisionCount(STEPS);
    legend.setStripWidth(12);
    legend.setStripOutlineVisible(false);
    legend.setBackgroundPaint(null);
    legend.setMargin(new RectangleInsets(14, 0, 52, 10));
    chart.addSubtitle(legend);
    return chart;
  }

  /** A logarithmic axis that is labelled at powers of two, or of ten where these are many. */
  private ValueAxis doubling() {
    LogAxis axis = new LogAxis();
    axis.setBase(most / least > MANY ? 10 : 2);
    axis.setTickUnit(new NumberTickUnit(1));
    axis.setNumberFormatOverride(Look.plain());
    return look.dressed(axis, map.scale());
  }

  private XYPlot plot() {
    SymbolAxis x = names(map.columns(), map.frame().x());
    SymbolAxis y = names(map.rows(), map.frame().y());
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setPaintScale(new Colours());
    renderer.setBlockWidth(0.98);
    renderer.setBlockHeight(0.96);
    XYPlot plot = new XYPlot(data(), x, y, renderer);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    label(plot);
    return plot;
  }

  private SymbolAxis names(List<String> names, String label) {
    String[] shown = names.stream().map(look::shown).toArray(String[]::new);
    SymbolAxis axis = look.dressed(new SymbolAxis(null, shown), label);
    axis.setGridBandsVisible(false);
    axis.setRange(-0.5, shown.length - 0.5);
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    axis.setTickLabelPaint(Palette.INK);
    return axis;
  }

  private DefaultXYZDataset data() {
    int count = map.cells().size();
    double[][] values = new double[3][count];
    for (int i = 0; i < count; i++) {
      values[0][i] = map.cells().get(i).column();
      values[1][i] = map.cells().get(i).row();
      values[2][i] = map.cells().get(i).value();
    }
    DefaultXYZDataset data = new DefaultXYZDataset();
    data.addSeries("", values);
    return data;
  }

  private void label(XYPlot plot) {
    Set<Integer> filled = new TreeSet<>();
    for (Chart.Cell cell : map.cells()) {
      filled.add(cell.row() * map.columns().size() + cell.column());
      Color behind = colour(cell.value());
      plot.addAnnotation(text(Rounded.of(cell.value()), cell.column(), cell.row(), isDark(behind)));
    }
    for (int place = 0; place < map.rows().size() * map.columns().size(); place++) {
      if (!filled.contains(place)) {
        int row = place / map.columns().size();
        plot.addAnnotation(text("–", place % map.columns().size(), row, false));
      }
    }
  }

  private XYTextAnnotation text(String text, int column, int row, boolean onDark) {
    XYTextAnnotation annotation = new XYTextAnnotation(look.shown(text), column, row);
    annotation.setFont(look.tickFont());
    annotation.setPaint(onDark ? Palette.PAPER : Palette.INK);
    return annotation;
  }

  private static boolean isDark(Color colour) {
    double light = 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    return light < MIDDLE;
  }

  private Color colour(double value) {
    double share =
        logarithmic
            ? StrictMath.log(value / least) / StrictMath.log(most / least)
            : (value - least) / (most - least);
    return look.palette().heat(Math.max(0, Math.min(1, share)));
  }

  /** The colours as JFreeChart asks for them. */
  private final class Colours implements PaintScale {
    @Override
    public double getLowerBound() {
      return least;
    }

    @Override
    public double getUpperBound() {
      return most;
    }

    @Override
    public Paint getPaint(double value) {
      return colour(value);
    }
  }
}
