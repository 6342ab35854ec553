package vdcsim.network.ospf.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static vdcsim.network.ospf.spf.Topology.costs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.LinkStateDatabase;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.RouterLink;
import vdcsim.network.ospf.lsa.RouterLsa;
import vdcsim.network.ospf.lsa.StoredLsa;

/**
 * Random areas against Dijkstra's algorithm of JGraphT: distances, and all equal-cost next hops.
 */
class RandomAreasTest {
  private static final int BASE = Ipv4Address.parse("10.0.0.0").bits();

  private final Topology system = new Topology();
  private final Graph<String, DefaultWeightedEdge> graph =
      new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);
  private final List<Step> steps = new ArrayList<>();
  private int networks;

  /** A way from a router to a neighbour: over a line (no network between), or a network. */
  private record Step(int from, int to, int cost, String gateway) {}

  private static String host(int router) {
    return "192.168." + (router >> 8) + "." + (router & 0xFF) + "/32";
  }

  private void build(Random random, int routers, int lines, int lans, int mostCost) {
    for (int router = 1; router <= routers; router++) {
      graph.addVertex("r" + router);
      system.stub(0, router, host(router), 0);
    }
    for (int i = 0; i < lines; i++) {
      int a = 1 + random.nextInt(routers);
      int b = 1 + random.nextInt(routers);
      if (a != b) {
        line(a, b, 1 + random.nextInt(mostCost), 1 + random.nextInt(mostCost));
      }
    }
    for (int i = 0; i < lans; i++) {
      lan(random, routers);
    }
    system.settled();
  }

  private Ipv4Prefix nextNetwork() {
    return Ipv4Prefix.of(new Ipv4Address(BASE + (networks++ << 8)), 24);
  }

  private void line(int a, int b, int costA, int costB) {
    Ipv4Prefix network = nextNetwork();
    system.line(0, a, b, network.toString(), costA, costB);
    edge("r" + a, "r" + b, costA);
    edge("r" + b, "r" + a, costB);
    steps.add(new Step(a, b, costA, new Ipv4Address(network.bits() + 2).toString()));
    steps.add(new Step(b, a, costB, new Ipv4Address(network.bits() + 1).toString()));
  }

  /** Costs of 1, so that nothing is as near to a network as its own routers are. */
  private void lan(Random random, int routers) {
    Map<Integer, Integer> costs = new LinkedHashMap<>();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      costs.put(1 + random.nextInt(Math.min(routers, 250)), 1);
    }
    Ipv4Prefix network = nextNetwork();
    system.lan(0, network.toString(), costs);
    graph.addVertex(network.toString());
    costs.forEach(
        (from, cost) -> {
          edge("r" + from, network.toString(), cost);
          edge(network.toString(), "r" + from, 0);
          for (int to : costs.keySet()) {
            String gateway = new Ipv4Address(network.bits() + to).toString();
            steps.add(new Step(from, to, cost, gateway));
          }
        });
  }

  private void edge(String from, String to, int cost) {
    graph.setEdgeWeight(graph.addEdge(from, to), cost);
  }

  /** The next hops from a router: the first steps of all shortest paths. */
  private Set<String> gateways(int from, int to, Map<Integer, SingleSourcePaths<String, ?>> paths) {
    double shortest = paths.get(from).getWeight("r" + to);
    Set<String> gateways = new TreeSet<>();
    for (Step step : steps) {
      boolean first = step.from() == from && step.to() != from;
      if (first && step.cost() + paths.get(step.to()).getWeight("r" + to) == shortest) {
        gateways.add(step.gateway());
      }
    }
    return gateways;
  }

  private void check(int routers) {
    DijkstraShortestPath<String, DefaultWeightedEdge> dijkstra = new DijkstraShortestPath<>(graph);
    Map<Integer, SingleSourcePaths<String, ?>> paths = new LinkedHashMap<>();
    for (int router = 1; router <= routers; router++) {
      paths.put(router, dijkstra.getPaths("r" + router));
    }
    for (int from = 1; from <= routers; from++) {
      RouteTable table = system.routes(from).networks();
      for (int to = 1; to <= routers; to++) {
        double shortest = paths.get(from).getWeight("r" + to);
        var route = table.find(Ipv4Prefix.parse(host(to)));
        assertThat(route.isPresent()).isEqualTo(shortest < Double.POSITIVE_INFINITY);
        if (route.isPresent() && from != to) {
          assertThat((double) route.get().cost()).isEqualTo(shortest);
          assertThat(route.get().hops())
              .extracting(hop -> hop.gateway().toString())
              .as(from + " to " + to)
              .containsExactlyInAnyOrderElementsOf(gateways(from, to, paths));
        }
      }
    }
  }

  @Test
  void anOwnNetworkComesBeforeAnEquallyLongWayAroundToItsRouters() {
    system.lan(0, "10.3.0.0/16", costs(1, 2, 2, 1, 3, 1));
    system.line(0, 1, 2, "10.0.1.0/24", 1, 1);
    system.stub(0, 3, "10.9.0.0/24", 1);
    system.settled();
    assertThat(system.route(1, "10.3.0.0/16")).isEqualTo("N 2 at 10.3.0.1 10.0.1.2");
    assertThat(system.route(1, "10.9.0.0/24")).as("as FRRouting").isEqualTo("N 3 10.3.0.3");
  }

  @Test
  void anLsaWithoutALinkBackAndOneAtMaxAgeAreNotUsed() {
    system.line(0, 1, 2, "10.0.1.0/24", 1, 1);
    system.line(0, 2, 3, "10.0.2.0/24", 1, 1);
    system.stub(0, 3, "10.9.0.0/24", 1);
    system.settled();
    assertThat(system.route(1, "10.9.0.0/24")).isEqualTo("N 3 10.0.1.2");
    LinkStateDatabase database = system.database(0);
    StoredLsa third = database.find(LsaKey.router(Topology.id(3))).orElseThrow();
    database.install(third.flushed(0));
    assertThat(system.route(1, "10.9.0.0/24")).isEqualTo("none");
    List<RouterLink> stubOnly = List.of(RouterLink.stub(Ipv4Prefix.parse("10.9.0.0/24"), 1));
    RouterLsa oneWay = new RouterLsa(RouterLsa.Roles.NONE, stubOnly);
    database.install(new StoredLsa(third.lsa().next(2, oneWay), 0, 0));
    assertThat(system.route(1, "10.9.0.0/24")).isEqualTo("none");
    assertThat(system.route(1, "10.0.2.0/24")).isEqualTo("N 2 10.0.1.2");
  }

  @Test
  void parallelLinesShare() {
    system.line(0, 1, 2, "10.0.1.0/24", 5, 5);
    system.line(0, 1, 2, "10.0.2.0/24", 5, 5);
    system.line(0, 1, 2, "10.0.3.0/24", 6, 6);
    system.stub(0, 2, "10.9.0.0/24", 1);
    system.settled();
    assertThat(system.route(1, "10.9.0.0/24")).isEqualTo("N 6 10.0.1.2 10.0.2.2");
  }

  @Test
  void costsAndNextHopsAreThoseOfJGraphT() {
    Random random = new Random(2328);
    for (int world = 0; world < 30; world++) {
      RandomAreasTest area = new RandomAreasTest();
      int routers = 2 + random.nextInt(25);
      area.build(random, routers, random.nextInt(3 * routers), random.nextInt(8), 4);
      area.check(routers);
    }
  }
}
