package vdcsim.network.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random connected networks: same databases, and the metrics that Dijkstra's algorithm gives. */
class RandomOspfTest {
  private final OspfNetwork network = new OspfNetwork();
  private final SimpleDirectedWeightedGraph<String, DefaultWeightedEdge> graph =
      new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
  private final List<int[]> pairs = new ArrayList<>();

  private void build(Random random, int routers) {
    for (int i = 1; i <= routers; i++) {
      network.node("r" + i);
      graph.addVertex("r" + i);
    }
    Set<String> taken = new LinkedHashSet<>();
    for (int i = 2; i <= routers; i++) {
      join(random, taken, i, 1 + random.nextInt(i - 1));
    }
    for (int i = 0; i < routers; i++) {
      join(random, taken, 1 + random.nextInt(routers), 1 + random.nextInt(routers));
    }
    network.make();
  }

  private void join(Random random, Set<String> taken, int a, int b) {
    if (a == b || !taken.add(Math.min(a, b) + "-" + Math.max(a, b))) {
      return;
    }
    network.cable("r" + a, "r" + b);
    pairs.add(new int[] {a, b});
    boolean broadcast = random.nextInt(3) == 0;
    cost(random, "r" + a, "r" + b, broadcast);
    cost(random, "r" + b, "r" + a, broadcast);
  }

  private void cost(Random random, String from, String to, boolean broadcast) {
    List<OspfNetwork.End> ends = new ArrayList<>(network.node(from).ends.values());
    OspfNetwork.End end = ends.get(ends.size() - 1);
    end.cost = 1 + random.nextInt(20);
    end.type = broadcast ? NetworkType.BROADCAST : NetworkType.POINT_TO_POINT;
    graph.setEdgeWeight(graph.addEdge(from, to), end.cost);
  }

  private void assertConverged(List<String> alive) {
    List<String> first = network.database(alive.get(0), "0");
    DijkstraShortestPath<String, DefaultWeightedEdge> paths = new DijkstraShortestPath<>(graph);
    for (String from : alive) {
      assertThat(network.database(from, "0")).as(from).isEqualTo(first);
      Map<String, Long> metrics = new LinkedHashMap<>();
      Map<String, Long> expected = new LinkedHashMap<>();
      for (String to : alive) {
        if (!to.equals(from)) {
          metrics.put(to, network.metric(from, network.node(to).loopback + "/32"));
          double weight = paths.getPathWeight(from, to);
          expected.put(to, Double.isInfinite(weight) ? -1L : (long) weight);
        }
      }
      assertThat(metrics).as("metrics of " + from).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void allHaveTheSameDatabaseAndTheShortestPaths(long seed) {
    Random random = new Random(seed);
    build(random, 4 + random.nextInt(9));
    network.runUntil(40);
    assertConverged(network.names());
    int failed = random.nextInt(pairs.size());
    int[] pair = pairs.get(failed);
    network.link(failed).fail();
    graph.removeEdge("r" + pair[0], "r" + pair[1]);
    graph.removeEdge("r" + pair[1], "r" + pair[0]);
    network.runUntil(80);
    DijkstraShortestPath<String, DefaultWeightedEdge> paths = new DijkstraShortestPath<>(graph);
    assertConverged(
        network.names().stream()
            .filter(name -> name.equals("r1") || Double.isFinite(paths.getPathWeight("r1", name)))
            .toList());
  }
}
