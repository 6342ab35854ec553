package vdcsim.report.topology;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.result.Topology;
import vdcsim.report.drawing.Drawing;
import vdcsim.report.drawing.Palette;
import vdcsim.report.drawing.Style;

/** Makes the picture of a world. */
public final class TopologyDrawing {
  /** More than these are not laid out at all. */
  private static final int MOST_DEVICES = 2000;

  private static final int MOST_BOXES = 90;
  private static final int MOST_WIRES = 220;
  private static final double WIDEST = 1000;
  private static final double MARGIN = 14;
  private static final double LEGEND = 26;

  private TopologyDrawing() {}

  /** The picture of a topology; empty where there is nothing to draw, or too much. */
  public static Optional<Drawing> of(Topology topology, Style style) {
    int devices = topology.nodes().size();
    if (devices == 0 || devices > MOST_DEVICES || topology.edges().size() > 2 * MOST_DEVICES) {
      return Optional.empty();
    }
    Graph graph = Graph.of(topology, style.words());
    if (graph.boxes().size() > MOST_BOXES || graph.wires().size() > MOST_WIRES) {
      return Optional.empty();
    }
    return Optional.of(drawing(new Layout(graph, style.typeface()), style));
  }

  private static Drawing drawing(Layout layout, Style style) {
    List<String> notes =
        layout.graph().wires().stream().map(w -> w.edge().note()).distinct().toList();
    boolean alike = notes.size() == 1 && !notes.get(0).isEmpty();
    String wires = alike ? style.words().say("topology.all", notes.get(0)) : "";
    List<WireLabels.Label> labels =
        layout.isLabelled() ? new WireLabels(layout, !alike).placed() : List.of();
    List<CableState.Look> looks =
        layout.graph().wires().stream()
            .map(wire -> CableState.of(wire.edge()).look())
            .filter(look -> look != CableState.Look.UP)
            .distinct()
            .sorted()
            .toList();
    Rectangle2D bounds = layout.bounds();
    boolean legend = !looks.isEmpty() || alike;
    double width = Math.max(bounds.getWidth(), 320) + 2 * MARGIN;
    double height = bounds.getHeight() + 2 * MARGIN + (legend ? LEGEND : 0);
    double scale = Math.min(1, WIDEST / width);
    return new Drawing(
        "topology",
        style.words().say("topology.title"),
        (int) Math.ceil(width * scale),
        (int) Math.ceil(height * scale),
        canvas -> {
          Graphics2D own = (Graphics2D) canvas.create();
          own.setColor(Palette.PAPER);
          own.fill(new Rectangle2D.Double(0, 0, width * scale, height * scale));
          own.scale(scale, scale);
          own.translate((width - bounds.getWidth()) / 2 - bounds.getX(), MARGIN - bounds.getY());
          TopologyPainter painter = new TopologyPainter(layout, labels, style, own);
          painter.paint();
          double left = bounds.getX() - (width - bounds.getWidth()) / 2 + MARGIN;
          painter.legend(left, bounds.getMaxY() + LEGEND - 2, looks, wires);
          own.dispose();
        });
  }
}
