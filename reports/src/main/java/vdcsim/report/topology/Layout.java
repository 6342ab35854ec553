package vdcsim.report.topology;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import vdcsim.report.drawing.Typeface;

/** Where everything of a graph stands. */
final class Layout {
  static final float LABEL = 12;
  static final float NOTE = 10;
  private static final double LINE = 15;
  private static final double PADDING = 11;
  private static final double GAP = 26;
  private static final int MOST_LABELLED_WIRES = 18;
  private static final double[] DETOURS = {0, 34, -34, 64, -64, 100, -100, 150, -150, 210, -210};

  private final Graph graph;
  private final Typeface typeface;
  private final List<Rectangle2D> boxes = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();

  Layout(Graph graph, Typeface typeface) {
    this.graph = graph;
    this.typeface = typeface;
    List<List<Integer>> rows = Layers.of(graph);
    double[] widths = new double[graph.boxes().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(graph.boxes().get(i));
    }
    double[] x = Places.of(graph, rows, widths, GAP);
    double[] y = new double[widths.length];
    double top = 0;
    for (List<Integer> row : rows) {
      double height =
          row.stream().mapToDouble(box -> height(graph.boxes().get(box))).max().orElse(0);
      for (int box : row) {
        y[box] = top + height / 2;
      }
      top += height + between();
    }
    for (int i = 0; i < widths.length; i++) {
      double height = height(graph.boxes().get(i));
      boxes.add(new Rectangle2D.Double(x[i] - widths[i] / 2, y[i] - height / 2, widths[i], height));
    }
    for (int i = 0; i < graph.wires().size(); i++) {
      routes.add(route(graph.wires().get(i), beside(i)));
    }
  }

  /** Whether there is room to label the ends of wires. */
  boolean isLabelled() {
    return graph.wires().size() <= MOST_LABELLED_WIRES;
  }

  private double between() {
    return isLabelled() ? 76 : 58;
  }

  private double width(Box box) {
    double text = Math.max(width(box.label(), LABEL), width(box.note(), NOTE));
    return Math.max(46, text + 2 * PADDING);
  }

  double width(String text, float size) {
    Font font = typeface.size(size);
    FontRenderContext context = new FontRenderContext(null, true, true);
    return font.getStringBounds(typeface.shown(text), context).getWidth();
  }

  private static double height(Box box) {
    return box.note().isEmpty() ? LINE + 15 : 2 * LINE + 13;
  }

  /** The straight way, or the first that bends around the boxes in between. */
  private Route route(Wire wire, double beside) {
    Rectangle2D from = boxes.get(wire.from());
    Rectangle2D to = boxes.get(wire.to());
    for (double detour : DETOURS) {
      Route route = Route.between(wire, from, to, detour + beside);
      if (isFree(route)) {
        return route;
      }
    }
    return Route.between(wire, from, to, beside);
  }

  /** Wires between the same boxes lie side by side. */
  private double beside(int index) {
    Wire wire = graph.wires().get(index);
    int before = 0;
    int all = 0;
    for (int i = 0; i < graph.wires().size(); i++) {
      Wire other = graph.wires().get(i);
      if (other.touches(wire.from()) && other.touches(wire.to())) {
        before += i < index ? 1 : 0;
        all++;
      }
    }
    double place = before - (all - 1) / 2.0;
    return (wire.from() < wire.to() ? 14 : -14) * place;
  }

  private boolean isFree(Route route) {
    for (int box = 0; box < boxes.size(); box++) {
      if (!route.wire().touches(box) && route.touches(larger(boxes.get(box), 5))) {
        return false;
      }
    }
    return true;
  }

  static Rectangle2D larger(Rectangle2D area, double by) {
    return new Rectangle2D.Double(
        area.getX() - by, area.getY() - by, area.getWidth() + 2 * by, area.getHeight() + 2 * by);
  }

  Graph graph() {
    return graph;
  }

  List<Rectangle2D> boxes() {
    return boxes;
  }

  List<Route> routes() {
    return routes;
  }

  /** What boxes and routes need in all. */
  Rectangle2D bounds() {
    Rectangle2D bounds = new Rectangle2D.Double();
    boxes.forEach(box -> bounds.add(larger(box, 6)));
    for (Route route : routes) {
      for (Point2D place : route.places()) {
        bounds.add(place);
      }
    }
    return bounds;
  }
}
