package vdcsim.report.plot;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;
import vdcsim.report.chart.Chart;
import vdcsim.report.drawing.Drawing;
import vdcsim.report.drawing.Style;

/** Makes drawings of charts. */
public final class Plots {
  static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int AROUND = 140;
  private static final int LINE = 24;
  private static final int CELL = 36;

  static {
    // Otherwise JFreeChart draws turned text as outlines, and an SVG keeps no text.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private Plots() {}

  /** The drawing of a chart in a style. */
  public static Drawing of(Chart chart, Style style) {
    Look look = new Look(style);
    if (chart instanceof Chart.Bars bars) {
      BarPlot plot = new BarPlot(bars, look);
      int height = plot.isLying() ? Math.max(240, AROUND + plot.lines() * LINE) : HEIGHT;
      return drawing(chart, look.chart(chart.frame(), plot.plot(), bars.series().size()), height);
    } else if (chart instanceof Chart.Lines lines) {
      LinePlot plot = new LinePlot(lines, look);
      return drawing(chart, look.chart(chart.frame(), plot.plot(), lines.series().size()), HEIGHT);
    } else if (chart instanceof Chart.HeatMap map) {
      int height = Math.max(240, AROUND + map.rows().size() * CELL);
      return drawing(chart, new HeatPlot(map, look).chart(), height);
    }
    Chart.Timeline timeline = (Chart.Timeline) chart;
    int height = AROUND + Math.max(2, timeline.rows().size()) * LINE;
    TimelinePlot plot = new TimelinePlot(timeline, look);
    return drawing(chart, look.chart(chart.frame(), plot.plot(), 2), height);
  }

  private static Drawing drawing(Chart chart, JFreeChart drawn, int height) {
    return new Drawing(
        chart.frame().name(),
        chart.frame().title(),
        WIDTH,
        height,
        canvas -> drawn.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, height)));
  }
}
