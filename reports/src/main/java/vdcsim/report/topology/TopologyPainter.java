package vdcsim.report.topology;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import vdcsim.kernel.result.Topology;
import vdcsim.report.drawing.Palette;
import vdcsim.report.drawing.Style;

/** Paints a graph that has been laid out. */
final class TopologyPainter {
  private static final BasicStroke WIRE = new BasicStroke(1.5f);
  private static final BasicStroke DASHED = dashed(6, 4);
  private static final BasicStroke DOTTED = dashed(1.5f, 4);
  private static final BasicStroke MARK =
      new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private final Layout layout;
  private final List<WireLabels.Label> labels;
  private final Style style;
  private final Graphics2D canvas;

  TopologyPainter(Layout layout, List<WireLabels.Label> labels, Style style, Graphics2D canvas) {
    this.layout = layout;
    this.labels = labels;
    this.style = style;
    this.canvas = canvas;
  }

  private static BasicStroke dashed(float on, float off) {
    return new BasicStroke(
        1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {on, off}, 0);
  }

  void paint() {
    layout.routes().forEach(this::wire);
    for (WireLabels.Label label : labels) {
      canvas.setColor(Palette.PAPER);
      canvas.fill(label.area());
      text(label.text(), label.area(), WireLabels.size(), Palette.FAINT, 0.5);
    }
    for (int i = 0; i < layout.boxes().size(); i++) {
      box(layout.graph().boxes().get(i), layout.boxes().get(i));
    }
  }

  private void wire(Route route) {
    CableState state = CableState.of(route.wire().edge());
    line(route.path(), state.look());
    double length = route.length();
    if (state.look() == CableState.Look.DOWN) {
      cross(route.after(length / 2));
    } else if (state.look() == CableState.Look.BLOCKED) {
      if (!state.barAtFrom() && !state.barAtTo()) {
        bar(route, length / 2);
      }
      if (state.barAtFrom()) {
        bar(route, WireLabels.BAR_AT);
      }
      if (state.barAtTo()) {
        bar(route, length - WireLabels.BAR_AT);
      }
    }
  }

  private void line(Shape path, CableState.Look look) {
    canvas.setColor(look == CableState.Look.UP ? Palette.INK : Palette.FAINT);
    canvas.setStroke(
        switch (look) {
          case UP, BLOCKED -> WIRE;
          case DOWN -> DASHED;
          case OTHER -> DOTTED;
        });
    canvas.draw(path);
  }

  private Color warning() {
    return style.palette().series(1);
  }

  private void cross(Point2D at) {
    canvas.setColor(warning());
    canvas.setStroke(MARK);
    double half = 5;
    canvas.draw(
        new Line2D.Double(at.getX() - half, at.getY() - half, at.getX() + half, at.getY() + half));
    canvas.draw(
        new Line2D.Double(at.getX() - half, at.getY() + half, at.getX() + half, at.getY() - half));
  }

  private void bar(Route route, double at) {
    Point2D centre = route.after(at);
    Point2D direction = route.direction(at);
    double x = -direction.getY() * 7;
    double y = direction.getX() * 7;
    canvas.setColor(warning());
    canvas.setStroke(MARK);
    canvas.draw(
        new Line2D.Double(
            centre.getX() - x, centre.getY() - y, centre.getX() + x, centre.getY() + y));
  }

  private void box(Box box, Rectangle2D area) {
    Shape shape = Shapes.of(box.kind(), area);
    if (box.many()) {
      shape(AffineTransform.getTranslateInstance(5, 5).createTransformedShape(shape), box);
      shape(AffineTransform.getTranslateInstance(2.5, 2.5).createTransformedShape(shape), box);
    }
    shape(shape, box);
    if (box.note().isEmpty()) {
      text(box.label(), area, Layout.LABEL, Palette.INK, 0.5);
    } else {
      text(box.label(), area, Layout.LABEL, Palette.INK, 0.33);
      text(box.note(), area, Layout.NOTE, Palette.FAINT, 0.72);
    }
  }

  private void shape(Shape shape, Box box) {
    canvas.setColor(Shapes.fill(box.kind(), style.palette()));
    canvas.fill(shape);
    canvas.setColor(Shapes.border(box.kind(), style.palette()));
    canvas.setStroke(new BasicStroke(box.isRoot() ? 2.6f : 1.2f));
    canvas.draw(shape);
  }

  /** Text in the middle of an area, at a share of its height. */
  private void text(String text, Rectangle2D area, float size, Color colour, double share) {
    canvas.setFont(style.typeface().size(size));
    canvas.setColor(colour);
    double x = area.getCenterX() - layout.width(text, size) / 2;
    double y = area.getY() + share * area.getHeight() + size * 0.36;
    canvas.drawString(style.typeface().shown(text), (float) x, (float) y);
  }

  /** What lines, marks and the notes of all wires mean, in one row below the graph. */
  void legend(double left, double base, List<CableState.Look> looks, String wires) {
    double x = left;
    for (CableState.Look look : looks) {
      line(new Line2D.Double(x, base - 4, x + 34, base - 4), look);
      Topology.Edge sample = new Topology.Edge("", "", "", "", "", "", "");
      Rectangle2D end = new Rectangle2D.Double(x, base - 4, 0, 0);
      Rectangle2D other = new Rectangle2D.Double(x + 34, base - 4, 0, 0);
      Route route = Route.between(new Wire(0, 1, sample), end, other, 0);
      if (look == CableState.Look.DOWN) {
        cross(route.after(17));
      } else if (look == CableState.Look.BLOCKED) {
        bar(route, 17);
      }
      x =
          words(
              style.words().say("topology." + look.name().toLowerCase(java.util.Locale.ROOT)),
              x + 42,
              base);
    }
    words(wires, x, base);
  }

  private double words(String text, double x, double base) {
    canvas.setFont(style.typeface().size(Layout.NOTE));
    canvas.setColor(Palette.FAINT);
    canvas.drawString(style.typeface().shown(text), (float) x, (float) base);
    return x + layout.width(text, Layout.NOTE) + 22;
  }
}
