package vdcsim.report.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;
import vdcsim.kernel.statistics.ConfidenceInterval;
import vdcsim.report.chart.Chart;
import vdcsim.report.drawing.Palette;

/** Bars with their intervals; they lie where the names below them would not fit. */
final class BarPlot {
  private static final int PLOT_WIDTH = Plots.WIDTH - 90;
  private static final double LONGEST_BESIDE = 0.4;

  /** A name may be wider than its bars, up to the margin between groups. */
  private static final float SLOT_TO_BAR = 1.7f;

  private final Chart.Bars bars;
  private final Look look;
  private final boolean lying;

  BarPlot(Chart.Bars bars, Look look) {
    this.bars = bars;
    this.look = look;
    double slot = PLOT_WIDTH / Math.max(1.0, bars.categories().size());
    this.lying = bars.frame().x().isEmpty() || widest() + 8 > slot;
  }

  private double widest() {
    Font font = look.tickFont();
    FontRenderContext context = new FontRenderContext(null, true, true);
    return bars.categories().stream()
        .mapToDouble(c -> font.getStringBounds(look.shown(c), context).getWidth())
        .max()
        .orElse(0);
  }

  boolean isLying() {
    return lying;
  }

  /** How many lines of text high the bars are when they lie. */
  int lines() {
    int series = bars.stacked() ? 1 : Math.max(1, bars.series().size());
    return (int) Math.ceil(bars.categories().size() * Math.max(1, series * 0.6));
  }

  CategoryPlot plot() {
    CategoryAxis names = look.dressed(new CategoryAxis(), bars.frame().x());
    names.setCategoryMargin(bars.series().size() > 1 ? 0.25 : 0.4);
    names.setLowerMargin(0.02);
    names.setUpperMargin(0.02);
    names.setTickLabelPaint(Palette.INK);
    names.setMaximumCategoryLabelWidthRatio(lying ? (float) LONGEST_BESIDE : SLOT_TO_BAR);
    boolean logarithmic = bars.frame().logY() && least() > 0;
    ValueAxis values =
        logarithmic
            ? look.logarithmic(bars.frame().y(), least() * 0.9, most())
            : look.numbers(bars.frame().y(), true);
    values.setAxisLineVisible(false);
    CategoryPlot plot = new CategoryPlot(data(), names, values, renderer());
    if (logarithmic) {
      ((BarRenderer) plot.getRenderer()).setBase(values.getLowerBound());
    }
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setRangeGridlineStroke(Look.THIN);
    if (lying) {
      plot.setOrientation(PlotOrientation.HORIZONTAL);
      plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    }
    return plot;
  }

  private BarRenderer renderer() {
    BarRenderer renderer = bars.stacked() ? new StackedBarRenderer() : withIntervals();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setMaximumBarWidth(0.09);
    renderer.setItemMargin(0.08);
    for (int i = 0; i < bars.series().size(); i++) {
      renderer.setSeriesPaint(i, look.palette().series(i));
    }
    return renderer;
  }

  private static StatisticalBarRenderer withIntervals() {
    StatisticalBarRenderer renderer = new StatisticalBarRenderer();
    renderer.setErrorIndicatorPaint(Palette.INK);
    renderer.setErrorIndicatorStroke(Look.THIN);
    return renderer;
  }

  private DefaultStatisticalCategoryDataset data() {
    DefaultStatisticalCategoryDataset data = new DefaultStatisticalCategoryDataset();
    List<Name> categories = Name.all(bars.categories(), look);
    List<Name> series = Name.all(bars.series().stream().map(Chart.BarSeries::name).toList(), look);
    for (int s = 0; s < bars.series().size(); s++) {
      for (int c = 0; c < bars.categories().size(); c++) {
        Optional<ConfidenceInterval> value = bars.series().get(s).values().get(c);
        Number mean = value.<Number>map(ConfidenceInterval::mean).orElse(null);
        Number half =
            value.filter(v -> v.halfWidth() > 0).<Number>map(v -> v.halfWidth()).orElse(null);
        data.add(mean, half, series.get(s), categories.get(c));
      }
    }
    return data;
  }

  private java.util.stream.DoubleStream means() {
    return bars.series().stream()
        .flatMap(series -> series.values().stream())
        .flatMap(Optional::stream)
        .mapToDouble(ConfidenceInterval::mean);
  }

  private double least() {
    return means().min().orElse(0);
  }

  private double most() {
    return means().max().orElse(0);
  }
}
