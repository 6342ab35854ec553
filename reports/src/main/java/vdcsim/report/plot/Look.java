package vdcsim.report.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import vdcsim.report.chart.Frame;
import vdcsim.report.drawing.Palette;
import vdcsim.report.drawing.Style;

/** What all charts have in common: letters, axes, headings, legends. */
final class Look {
  static final BasicStroke THIN = new BasicStroke(1f);

  /** Room around the numbers of an axis: few lines guide the eye better than many. */
  private static final RectangleInsets APART = new RectangleInsets(9, 12, 9, 6);

  private static final double MOST_DECADES = 8;

  /** The axis computes with logarithms, and would leave out 0.1 as the lowest label of 0.1 on. */
  private static final double JUST_BELOW = 1 - 1e-9;

  private static final float TITLE = 15;
  private static final float LABEL = 12.5f;
  private static final float TICK = 11.5f;
  private static final float NOTE = 10.5f;

  private final Style style;

  Look(Style style) {
    this.style = style;
  }

  Palette palette() {
    return style.palette();
  }

  String shown(String text) {
    return style.typeface().shown(text);
  }

  Font tickFont() {
    return style.typeface().size(TICK);
  }

  /** A chart with its heading, its notes, and a legend where there is more than one entry. */
  JFreeChart chart(Frame frame, Plot plot, int entries) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(8, 4, 4, 16));
    JFreeChart chart = new JFreeChart(null, style.typeface().size(TITLE), plot, false);
    chart.setBackgroundPaint(Palette.PAPER);
    chart.setAntiAlias(true);
    chart.setTitle(title(frame.title(), TITLE, RectangleEdge.TOP));
    if (!frame.notes().isEmpty()) {
      chart.addSubtitle(title(String.join("; ", frame.notes()), NOTE, RectangleEdge.BOTTOM));
    }
    if (entries > 1) {
      chart.addLegend(legend(plot));
    }
    return chart;
  }

  private TextTitle title(String text, float size, RectangleEdge edge) {
    boolean heading = edge.equals(RectangleEdge.TOP);
    TextTitle title =
        new TextTitle(
            shown(text),
            style.typeface().size(size),
            heading ? Palette.INK : Palette.FAINT,
            edge,
            HorizontalAlignment.LEFT,
            org.jfree.chart.ui.VerticalAlignment.TOP,
            heading ? new RectangleInsets(10, 14, 2, 14) : new RectangleInsets(0, 14, 8, 14));
    title.setMaximumLinesToDisplay(2);
    return title;
  }

  private LegendTitle legend(Plot plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setItemFont(tickFont());
    legend.setItemPaint(Palette.INK);
    legend.setBackgroundPaint(null);
    legend.setFrame(BlockBorder.NONE);
    legend.setMargin(new RectangleInsets(0, 10, 4, 10));
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 8, 2, 4));
    return legend;
  }

  /** An axis of numbers. */
  ValueAxis numbers(String label, boolean fromZero) {
    NumberAxis axis = new NumberAxis();
    axis.setAutoRangeIncludesZero(fromZero);
    axis.setAutoRangeStickyZero(true);
    axis.setStandardTickUnits(new NumberTickUnitSource(false, plain()));
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.05);
    axis.setTickLabelInsets(APART);
    return dressed(axis, label);
  }

  /** A logarithmic axis for positive numbers, labelled at powers of ten, of which it shows two. */
  ValueAxis logarithmic(String label, double least, double most) {
    double low = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
    double high = Math.max(most * 1.25, low * 10.01);
    LogAxis axis = new LogAxis();
    axis.setNumberFormatOverride(plain());
    double decades = StrictMath.log10(high / low);
    axis.setTickUnit(new NumberTickUnit(Math.max(1, Math.ceil(decades / MOST_DECADES))));
    axis.setRange(low * JUST_BELOW, high);
    return dressed(axis, label);
  }

  /** An axis in this look. */
  <A extends Axis> A dressed(A axis, String label) {
    axis.setLabel(label.isEmpty() ? null : shown(label));
    axis.setLabelFont(style.typeface().size(LABEL));
    axis.setLabelPaint(Palette.INK);
    axis.setTickLabelFont(tickFont());
    axis.setTickLabelPaint(Palette.FAINT);
    axis.setAxisLinePaint(Palette.FAINT);
    axis.setTickMarkPaint(Palette.FAINT);
    axis.setAxisLineStroke(THIN);
    axis.setTickMarkStroke(THIN);
    return axis;
  }

  /** Numbers as they are, without groups, the same in every country. */
  static NumberFormat plain() {
    return new DecimalFormat("0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
