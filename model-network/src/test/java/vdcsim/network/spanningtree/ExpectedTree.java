package vdcsim.network.spanningtree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.jgrapht.graph.WeightedMultigraph;

/**
 * The tree that bridges must end in, computed from the whole network: the root of each part of it
 * is its lowest identifier; the way of a bridge to it is the shortest, where the cost of a cable is
 * that of the port at the bridge's own end; of equal ways the one over the lowest bridge, its
 * lowest port, and then the bridge's own lowest port.
 */
final class ExpectedTree {
  /** An end of a cable. */
  record End(String bridge, String port, PortId id, long cost) {}

  private record Cable(String name, End from, End to) {}

  private final Map<String, BridgeId> ids = new LinkedHashMap<>();
  private final List<Cable> cables = new ArrayList<>();
  private final Map<String, String> roots = new LinkedHashMap<>();
  private final Map<String, Long> costs = new LinkedHashMap<>();
  private final Map<String, PortRole> roles = new LinkedHashMap<>();

  void bridge(String name, BridgeId id) {
    ids.put(name, id);
  }

  void cable(String name, End from, End to) {
    cables.add(new Cable(name, from, to));
  }

  void compute() {
    Graph<String, DefaultWeightedEdge> ways =
        new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
    ids.keySet().forEach(ways::addVertex);
    for (Cable cable : cables) {
      if (!cable.from().bridge().equals(cable.to().bridge())) {
        // Against the direction of travel, so that all ways start at the root.
        weigh(ways, cable.to().bridge(), cable.from().bridge(), cable.from().cost());
        weigh(ways, cable.from().bridge(), cable.to().bridge(), cable.to().cost());
      }
    }
    for (Set<String> part : new ConnectivityInspector<>(ways).connectedSets()) {
      electRoot(ways, part);
    }
    for (Cable cable : cables) {
      designate(cable);
    }
    ids.keySet().forEach(this::chooseRootPort);
  }

  private static void weigh(
      Graph<String, DefaultWeightedEdge> graph, String from, String to, long cost) {
    graph.setEdgeWeight(graph.addEdge(from, to), (double) cost);
  }

  private void electRoot(Graph<String, DefaultWeightedEdge> ways, Set<String> part) {
    String root = part.stream().min(Comparator.comparing(ids::get)).orElseThrow();
    var paths = new DijkstraShortestPath<>(ways).getPaths(root);
    for (String bridge : part) {
      roots.put(bridge, root);
      costs.put(bridge, (long) paths.getWeight(bridge));
    }
  }

  /** What an end of a cable says: the way from there to the root. */
  private PriorityVector said(End end) {
    String bridge = end.bridge();
    return new PriorityVector(
        ids.get(roots.get(bridge)), costs.get(bridge), ids.get(bridge), end.id());
  }

  private void designate(Cable cable) {
    boolean from = said(cable.from()).compareTo(said(cable.to())) < 0;
    End best = from ? cable.from() : cable.to();
    End other = from ? cable.to() : cable.from();
    roles.put(best.port(), PortRole.DESIGNATED);
    roles.put(
        other.port(), best.bridge().equals(other.bridge()) ? PortRole.BACKUP : PortRole.ALTERNATE);
  }

  private record Way(PriorityVector offer, End end) {}

  private void chooseRootPort(String bridge) {
    List<Way> candidates = new ArrayList<>();
    for (Cable cable : cables) {
      addWay(candidates, bridge, cable.from(), cable.to());
      addWay(candidates, bridge, cable.to(), cable.from());
    }
    if (!roots.get(bridge).equals(bridge)) {
      Way best =
          candidates.stream()
              .min(Comparator.comparing(Way::offer).thenComparing(way -> way.end().id()))
              .orElseThrow();
      roles.put(best.end().port(), PortRole.ROOT);
    }
  }

  private void addWay(List<Way> ways, String bridge, End end, End other) {
    if (end.bridge().equals(bridge) && !other.bridge().equals(bridge)) {
      ways.add(new Way(said(other).plus(end.cost()), end));
    }
  }

  String root(String bridge) {
    return roots.get(bridge);
  }

  long rootPathCost(String bridge) {
    return costs.get(bridge);
  }

  Map<String, PortRole> roles() {
    return roles;
  }

  /**
   * The cables whose ends both forward, sorted; it is sure that they reach every bridge of a part
   * without a loop.
   */
  List<String> tree() {
    Graph<String, DefaultWeightedEdge> tree = new WeightedMultigraph<>(DefaultWeightedEdge.class);
    ids.keySet().forEach(tree::addVertex);
    List<String> names = new ArrayList<>();
    for (Cable cable : cables) {
      if (forwards(cable.from()) && forwards(cable.to())) {
        tree.addEdge(cable.from().bridge(), cable.to().bridge());
        names.add(cable.name());
      }
    }
    int parts = new LinkedHashSet<>(roots.values()).size();
    if (new ConnectivityInspector<>(tree).connectedSets().size() != parts
        || tree.edgeSet().size() != ids.size() - parts) {
      throw new AssertionError("the computed tree is none: " + names);
    }
    return names.stream().sorted().toList();
  }

  private boolean forwards(End end) {
    PortRole role = roles.get(end.port());
    return role == PortRole.ROOT || role == PortRole.DESIGNATED;
  }
}
