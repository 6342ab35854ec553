package vdcsim.report.topology;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The way of a wire, from border to border, as places at even distances. */
record Route(Wire wire, double bend, List<Point2D> places) {
  private static final int PLACES = 40;

  /** The way with a bend: how far the middle lies to the left of the straight line. */
  static Route between(Wire wire, Rectangle2D from, Rectangle2D to, double bend) {
    Point2D a = new Point2D.Double(from.getCenterX(), from.getCenterY());
    Point2D b = new Point2D.Double(to.getCenterX(), to.getCenterY());
    double length = Math.max(1, a.distance(b));
    Point2D control =
        new Point2D.Double(
            (a.getX() + b.getX()) / 2 - 2 * bend * (b.getY() - a.getY()) / length,
            (a.getY() + b.getY()) / 2 + 2 * bend * (b.getX() - a.getX()) / length);
    double start = border(a, control, b, from, 0, 0.5);
    double end = border(a, control, b, to, 1, 0.5);
    List<Point2D> places = new ArrayList<>();
    for (int i = 0; i <= PLACES; i++) {
      places.add(at(a, control, b, start + (end - start) * i / PLACES));
    }
    return new Route(wire, bend, places);
  }

  private static Point2D at(Point2D a, Point2D control, Point2D b, double t) {
    double u = 1 - t;
    return new Point2D.Double(
        u * u * a.getX() + 2 * u * t * control.getX() + t * t * b.getX(),
        u * u * a.getY() + 2 * u * t * control.getY() + t * t * b.getY());
  }

  /** Where the curve leaves a box, by halving between a place inside and one outside. */
  private static double border(
      Point2D a, Point2D control, Point2D b, Rectangle2D box, double inside, double outside) {
    double in = inside;
    double out = outside;
    for (int i = 0; i < 30; i++) {
      double middle = (in + out) / 2;
      if (box.contains(at(a, control, b, middle))) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return out;
  }

  double length() {
    double length = 0;
    for (int i = 1; i < places.size(); i++) {
      length += places.get(i - 1).distance(places.get(i));
    }
    return length;
  }

  /** The place so far along the way from its start. */
  Point2D after(double distance) {
    double left = distance;
    for (int i = 1; i < places.size(); i++) {
      Point2D a = places.get(i - 1);
      Point2D b = places.get(i);
      double step = a.distance(b);
      if (step > 0 && left <= step) {
        double share = left / step;
        return new Point2D.Double(
            a.getX() + share * (b.getX() - a.getX()), a.getY() + share * (b.getY() - a.getY()));
      }
      left -= step;
    }
    return places.get(places.size() - 1);
  }

  /** The direction there, as a place at distance one from the origin. */
  Point2D direction(double distance) {
    Point2D a = after(Math.max(0, distance - 1));
    Point2D b = after(Math.min(length(), distance + 1));
    double length = Math.max(1e-9, a.distance(b));
    return new Point2D.Double((b.getX() - a.getX()) / length, (b.getY() - a.getY()) / length);
  }

  boolean touches(Rectangle2D area) {
    for (int i = 1; i < places.size(); i++) {
      if (area.intersectsLine(new Line2D.Double(places.get(i - 1), places.get(i)))) {
        return true;
      }
    }
    return false;
  }

  Path2D path() {
    Path2D path = new Path2D.Double();
    path.moveTo(places.get(0).getX(), places.get(0).getY());
    int step = bend == 0 ? places.size() - 1 : 2;
    for (int i = step; i < places.size(); i += step) {
      path.lineTo(places.get(i).getX(), places.get(i).getY());
    }
    return path;
  }
}
