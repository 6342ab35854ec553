package vdcsim.kernel.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vdcsim.kernel.result.Topology;

/**
 * The world as a graph: devices and the cables between them, with notes as they stand when drawn.
 */
public final class Picture {
  private final List<Supplier<Topology.Node>> nodes = new ArrayList<>();
  private final List<Supplier<Topology.Edge>> edges = new ArrayList<>();

  /**
   * A device.
   *
   * @param kind chooses the symbol, as {@code switch}
   * @param note a short line below the name, asked for when the picture is drawn
   */
  public void node(String name, String kind, Supplier<String> note) {
    nodes.add(() -> new Topology.Node(name, kind, note.get()));
  }

  /** A cable, asked for when the picture is drawn. */
  public void edge(Supplier<Topology.Edge> edge) {
    edges.add(edge);
  }

  /** The graph as it stands now. */
  public Topology draw() {
    return new Topology(
        nodes.stream().map(Supplier::get).toList(), edges.stream().map(Supplier::get).toList());
  }
}
