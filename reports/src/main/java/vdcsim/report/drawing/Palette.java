package vdcsim.report.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

/**
 * Colours and strokes. The first eight colours of series are those of Okabe and Ito (Color
 * Universal Design, 2008), which people of all kinds of colour vision can tell apart, the others of
 * Tol's scheme "muted" (SRON/EPS/TN/09-002, 2021); strokes differ too, and in the style for print
 * everything is grey.
 */
public enum Palette {
  /** For screens and colour printers. */
  COLOURS(
      0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0xB8A900, 0x332288,
      0x117733, 0x882255, 0xDDCC77, 0xDDDDDD, 0xAA4499, 0x44AA99, 0x999933),
  /** For print in black and white. */
  GREYS(
      0x7A7A7A, 0x2E2E2E, 0xB8B8B8, 0x555555, 0x9A9A9A, 0xD0D0D0, 0x111111, 0x676767, 0xE2E2E2,
      0x424242, 0xA9A9A9, 0xC4C4C4, 0x8A8A8A, 0x202020, 0xDADADA, 0x5E5E5E);

  /** Text and axes. */
  public static final Color INK = new Color(0x222222);

  /** Secondary text. */
  public static final Color FAINT = new Color(0x666666);

  /** Lines that guide the eye. */
  public static final Color GRID = new Color(0xE2E2E2);

  /** Behind everything. */
  public static final Color PAPER = new Color(0xFFFFFF);

  /** Light tones to fill shapes with: neutral, then one for each of the first colours. */
  public static final List<Color> TONES =
      List.of(
          new Color(0xF3F5F7),
          new Color(0xDCEAF5),
          new Color(0xFBE7D9),
          new Color(0xDDF1E9),
          new Color(0xF6E8F0));

  private static final List<float[]> DASHES =
      List.of(
          new float[] {},
          new float[] {7, 3},
          new float[] {2, 2},
          new float[] {9, 3, 2, 3},
          new float[] {4, 4},
          new float[] {12, 4},
          new float[] {1, 3},
          new float[] {9, 3, 2, 3, 2, 3});

  /** From light to dark in one hue, so that every eye sees their order (ColorBrewer, Blues). */
  private static final List<Color> HEAT =
      List.of(
          new Color(0xF0F6FC),
          new Color(0xC6DBEF),
          new Color(0x85BCDB),
          new Color(0x4292C6),
          new Color(0x1F66AC),
          new Color(0x08306B));

  private final int[] series;

  Palette(int... series) {
    this.series = series;
  }

  /** The colour of a series, counted from 0. */
  public Color series(int index) {
    return new Color(series[index % series.length]);
  }

  /** The colour of a series, so thin that others show through. */
  public Color thin(int index) {
    Color colour = series(index);
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 46);
  }

  /** The colour of a share between 0 and 1: the more, the darker. */
  public Color heat(double share) {
    double place = share * (HEAT.size() - 1);
    int below = Math.min(HEAT.size() - 2, (int) place);
    Color light = HEAT.get(below);
    Color dark = HEAT.get(below + 1);
    double part = place - below;
    Color mixed =
        new Color(
            mix(light.getRed(), dark.getRed(), part),
            mix(light.getGreen(), dark.getGreen(), part),
            mix(light.getBlue(), dark.getBlue(), part));
    return this == COLOURS ? mixed : grey(mixed);
  }

  private static int mix(int from, int to, double part) {
    return (int) StrictMath.round(from + (to - from) * part);
  }

  private static Color grey(Color colour) {
    double light = 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
    int level = (int) StrictMath.round(light);
    return new Color(level, level, level);
  }

  /** The stroke of a series: solid first, then dashes that differ. */
  public BasicStroke stroke(int index, float width) {
    float[] dash = DASHES.get(index % DASHES.size());
    return dash.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }
}
