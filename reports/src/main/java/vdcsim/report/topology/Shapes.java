package vdcsim.report.topology;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import vdcsim.report.drawing.Palette;

/** The shape and the colours of each kind of device. */
final class Shapes {
  private Shapes() {}

  static Shape of(String kind, Rectangle2D box) {
    return switch (kind) {
      case "switch", "bridge" -> round(box, 14);
      case "router" -> round(box, box.getHeight());
      case "hub" -> hexagon(box);
      default -> round(box, 3);
    };
  }

  private static Shape round(Rectangle2D box, double arc) {
    return new RoundRectangle2D.Double(
        box.getX(), box.getY(), box.getWidth(), box.getHeight(), arc, arc);
  }

  private static Shape hexagon(Rectangle2D box) {
    double cut = Math.min(9, box.getWidth() / 4);
    Path2D path = new Path2D.Double();
    path.moveTo(box.getX(), box.getCenterY());
    path.lineTo(box.getX() + cut, box.getY());
    path.lineTo(box.getMaxX() - cut, box.getY());
    path.lineTo(box.getMaxX(), box.getCenterY());
    path.lineTo(box.getMaxX() - cut, box.getMaxY());
    path.lineTo(box.getX() + cut, box.getMaxY());
    path.closePath();
    return path;
  }

  /** A light tone of the kind's colour; white for print in greys. */
  static Color fill(String kind, Palette palette) {
    if (palette == Palette.GREYS) {
      return kind.equals("host") ? Palette.PAPER : Palette.TONES.get(0);
    }
    return Palette.TONES.get(tone(kind));
  }

  static Color border(String kind, Palette palette) {
    int tone = tone(kind);
    return tone == 0 ? Palette.FAINT : palette.series(tone - 1);
  }

  private static int tone(String kind) {
    return switch (kind) {
      case "host" -> 0;
      case "switch", "bridge" -> 1;
      case "hub", "bus" -> 2;
      case "router" -> 3;
      default -> 4;
    };
  }
}
