package vdcsim.kernel.result;

import java.util.List;

/** The world as a graph. Nodes and edges stand in the order in which the scenario names them. */
public record Topology(List<Node> nodes, List<Edge> edges) {

  public Topology {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A device.
   *
   * @param name unique
   * @param kind what it is, as {@code host} or {@code switch}; chooses the symbol
   * @param note a short line below the name, as an address or {@code root}; may be empty
   */
  public record Node(String name, String kind, String note) {}

  /**
   * A cable.
   *
   * @param name unique
   * @param from a node's name
   * @param fromPort the port there; may be empty
   * @param to a node's name
   * @param toPort the port there; may be empty
   * @param note a short label, as {@code 1 Gbps}; may be empty
   * @param state {@code up}, or a word that the picture shows by the line's style, as {@code down}
   *     or {@code blocked}
   */
  public record Edge(
      String name,
      String from,
      String fromPort,
      String to,
      String toPort,
      String note,
      String state) {}
}
