package vdcsim.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.report.drawing.Palette;
import vdcsim.report.drawing.Style;
import vdcsim.report.drawing.Typeface;
import vdcsim.report.text.Words;

class LookTest {
  private final Look look =
      new Look(new Style(Words.english(), Typeface.liberation(), Palette.COLOURS));

  @ParameterizedTest
  @ValueSource(doubles = {2e-3, 2e-2, 0.2, 2, 20, 200, 2000})
  void aLogarithmicAxisShowsTwoPowersOfTen(double least) {
    ValueAxis axis = look.logarithmic("rate", least, 2 * least);
    Graphics2D canvas = new BufferedImage(500, 100, BufferedImage.TYPE_INT_RGB).createGraphics();
    Rectangle2D area = new Rectangle2D.Double(0, 0, 500, 90);
    assertThat(axis.refreshTicks(canvas, new AxisState(), area, RectangleEdge.BOTTOM)).hasSize(2);
  }
}
