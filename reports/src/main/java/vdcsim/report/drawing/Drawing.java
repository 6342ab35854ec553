package vdcsim.report.drawing;

/**
 * Something to look at, that can be painted at any size.
 *
 * @param name the stem of its files
 * @param title what it shows, for those who cannot see it
 * @param width in points
 * @param height in points
 * @param painter paints it
 */
public record Drawing(String name, String title, int width, int height, Painter painter) {

  /** Paints a drawing. */
  @FunctionalInterface
  public interface Painter {
    /** Paints on a canvas of the drawing's size. */
    void paint(java.awt.Graphics2D canvas);
  }
}
