package vdcsim.report.topology;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.result.Topology;

/**
 * Labels on wires: ports near their ends, a note in the middle. A label that would touch a box,
 * another label or another wire moves along its wire; where there is no room it is left out.
 */
final class WireLabels {
  private static final float SIZE = 9.5f;
  private static final double HEIGHT = 12;

  /** A bar that marks a blocked port stands between the box and the port's label. */
  static final double BAR_AT = 7;

  private final Layout layout;
  private final boolean notes;
  private final List<Label> labels = new ArrayList<>();

  /** A text on a wire, with the area that it covers. */
  record Label(String text, Rectangle2D area) {}

  WireLabels(Layout layout, boolean notes) {
    this.layout = layout;
    this.notes = notes;
  }

  List<Label> placed() {
    for (Route route : layout.routes()) {
      Topology.Edge edge = route.wire().edge();
      CableState state = CableState.of(edge);
      if (!isGroup(route.wire().from()) && !isGroup(route.wire().to())) {
        end(route, edge.fromPort(), state.barAtFrom(), false);
        end(route, edge.toPort(), state.barAtTo(), true);
      }
    }
    if (notes) {
      layout.routes().forEach(this::note);
    }
    return labels;
  }

  /** A group has many ports, so none of them is named. */
  private boolean isGroup(int box) {
    return layout.graph().boxes().get(box).many();
  }

  private void end(Route route, String text, boolean bar, boolean fromEnd) {
    double length = route.length();
    for (double away = bar ? BAR_AT + 4 : 3; away < length * 0.4; away += 4) {
      if (place(route, text, away, fromEnd)) {
        return;
      }
    }
  }

  private void note(Route route) {
    double middle = route.length() / 2;
    boolean mark = CableState.of(route.wire().edge()).look() != CableState.Look.UP;
    for (double away = mark ? 14 : 0; away < middle * 0.6; away += 5) {
      for (double at : new double[] {middle + away, middle - away}) {
        if (centred(route, route.wire().edge().note(), at)) {
          return;
        }
      }
    }
  }

  private boolean place(Route route, String text, double away, boolean fromEnd) {
    double at = fromEnd ? route.length() - away : away;
    Point2D direction = route.direction(at);
    double half =
        Math.abs(direction.getX()) * layout.width(text, SIZE) / 2
            + Math.abs(direction.getY()) * HEIGHT / 2;
    return centred(route, text, fromEnd ? at - half : at + half);
  }

  private boolean centred(Route route, String text, double at) {
    Point2D centre = route.after(at);
    double width = layout.width(text, SIZE) + 4;
    Rectangle2D area =
        new Rectangle2D.Double(
            centre.getX() - width / 2, centre.getY() - HEIGHT / 2, width, HEIGHT);
    if (text.isEmpty() || !isFree(area, route)) {
      return text.isEmpty();
    }
    labels.add(new Label(text, area));
    return true;
  }

  private boolean isFree(Rectangle2D area, Route own) {
    Rectangle2D around = Layout.larger(area, 1);
    return layout.boxes().stream().noneMatch(around::intersects)
        && labels.stream().noneMatch(label -> label.area().intersects(around))
        && layout.routes().stream().noneMatch(route -> !route.equals(own) && route.touches(around));
  }

  static float size() {
    return SIZE;
  }
}
