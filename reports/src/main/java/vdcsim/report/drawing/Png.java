package vdcsim.report.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Drawings as PNG with two pixels a point, as for Word and slides. */
public final class Png {
  private static final int PIXELS_A_POINT = 2;

  private Png() {}

  /** Writes a drawing. */
  public static void write(Drawing drawing, OutputStream out) throws IOException {
    ImageIO.write(image(drawing), "png", out);
  }

  private static BufferedImage image(Drawing drawing) {
    BufferedImage image =
        new BufferedImage(
            drawing.width() * PIXELS_A_POINT,
            drawing.height() * PIXELS_A_POINT,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.setColor(Palette.PAPER);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.scale(PIXELS_A_POINT, PIXELS_A_POINT);
    drawing.painter().paint(canvas);
    canvas.dispose();
    return image;
  }
}
