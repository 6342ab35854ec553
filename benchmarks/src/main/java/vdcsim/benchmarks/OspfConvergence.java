package vdcsim.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.NetworkType;
import vdcsim.network.ospf.Ospf;
import vdcsim.network.ospf.OspfInterfaceSpec;
import vdcsim.network.ospf.OspfSpec;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;
import vdcsim.network.stack.Stack;

/**
 * Convergence of OSPF in a random graph, from switching everything on at once until no routing
 * table changes any more; metrics and next hops of all routes to all routers are held against
 * Dijkstra's algorithm (JGraphT). Arguments: routers (1000), links a router (3), seed (1), seconds
 * (60).
 */
public final class OspfConvergence {
  private static final int MOST_COST = 20;

  private final World world = new World(new Simulation(1, 0));
  private final List<String> cables = new ArrayList<>();
  private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
      new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
  private final List<Map<String, RouterInterfaceSpec>> interfaces = new ArrayList<>();
  private final List<Map<String, OspfInterfaceSpec>> spoken = new ArrayList<>();
  private final Map<String, Integer> neighbours = new LinkedHashMap<>();
  private long lastChangeNs;
  private long changes;

  private OspfConvergence(int routers, int links, long seed) {
    for (int i = 0; i < routers; i++) {
      interfaces.add(new LinkedHashMap<>());
      spoken.add(new LinkedHashMap<>());
      graph.addVertex(i);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Set<Long> taken = new LinkedHashSet<>();
    for (int i = 1; i < routers; i++) {
      join(random, taken, i, random.nextInt(i));
    }
    while (taken.size() < routers * links) {
      join(random, taken, random.nextInt(routers), random.nextInt(routers));
    }
  }

  /** Runs one and prints what it took. */
  public static void main(String[] arguments) {
    int routers = argument(arguments, 0, 1000);
    int links = argument(arguments, 1, 3);
    int seconds = argument(arguments, 3, 60);
    OspfConvergence run = new OspfConvergence(routers, links, argument(arguments, 2, 1));
    long startNs = System.nanoTime();
    run.build();
    print("built after %.1f s", (System.nanoTime() - startNs) / 1e9);
    run.world.simulation().run(seconds * 1_000_000_000L);
    double wallS = (System.nanoTime() - startNs) / 1e9;
    Runtime runtime = Runtime.getRuntime();
    print(
        "%d routers, %d links: last route change at %.3f s, %d changes, %d events",
        routers,
        run.cables.size(),
        run.lastChangeNs / 1e9,
        run.changes,
        run.world.simulation().events());
    print(
        "%.1f s of wall time, heap in use %d MB of %d MB",
        wallS, (runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.totalMemory() >> 20);
    print("%d routes held against Dijkstra's, %d differ", routers * (routers - 1), run.differing());
  }

  private static int argument(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private void join(SplittableRandom random, Set<Long> taken, int a, int b) {
    if (a == b || !taken.add((long) Math.min(a, b) << 32 | Math.max(a, b))) {
      return;
    }
    int number = taken.size();
    cables.add(port(random, a, b, number, 1) + " -- " + port(random, b, a, number, 2));
  }

  private String port(SplittableRandom random, int router, int other, int number, int host) {
    String port = "p" + (interfaces.get(router).size() + 1);
    int cost = 1 + random.nextInt(MOST_COST);
    String address = "10." + number / 256 + "." + number % 256 + "." + host;
    interfaces.get(router).put(port, new RouterInterfaceSpec(address + "/24"));
    spoken
        .get(router)
        .put(
            port,
            new OspfInterfaceSpec(
                "0",
                NetworkType.POINT_TO_POINT,
                Optional.of(cost),
                1,
                Duration.ofSeconds(10),
                Duration.ofSeconds(40),
                false,
                Duration.ofSeconds(5),
                1));
    graph.setEdgeWeight(graph.addEdge(router, other), cost);
    neighbours.put("r" + router + "." + port, other);
    return "r" + router + "." + port;
  }

  private static String loopback(int router) {
    return "10.255." + router / 256 + "." + router % 256;
  }

  private void build() {
    List<Wiring> wirings = new ArrayList<>();
    for (int i = 0; i < interfaces.size(); i++) {
      RouterSpec spec =
          new RouterSpec(
              interfaces.get(i), List.of(loopback(i) + "/32"), List.of(), true, 1000, 1500);
      wirings.add(Router.make("r" + i, spec, world));
    }
    for (String cable : cables) {
      LinkSpec spec =
          new LinkSpec(
              cable, Optional.of(DataRate.ofGigabits(10)), Duration.ofNanos(5000), new Ratio(0));
      Cabling.lay(cable, spec, world).connect();
    }
    for (int i = 0; i < interfaces.size(); i++) {
      wirings.add(Ospf.make("r" + i, ospf(i), world));
    }
    wirings.forEach(Wiring::connect);
    for (int i = 0; i < interfaces.size(); i++) {
      stack(i)
          .routes()
          .onChange(
              (prefix, before, after) -> {
                lastChangeNs = world.simulation().now();
                changes++;
              });
    }
  }

  private OspfSpec ospf(int router) {
    return new OspfSpec(
        Optional.of(loopback(router)),
        Map.of(),
        spoken.get(router),
        Optional.of("0"),
        List.of(),
        Optional.empty(),
        DataRate.ofGigabits(100),
        Optional.empty(),
        Duration.ZERO);
  }

  private Stack stack(int router) {
    return world.find("r" + router, Stack.class).orElseThrow();
  }

  /** Routes whose metric or set of next routers is not that of the shortest paths. */
  private long differing() {
    long differing = 0;
    double[][] distance = new double[interfaces.size()][interfaces.size()];
    DijkstraShortestPath<Integer, DefaultWeightedEdge> dijkstra = new DijkstraShortestPath<>(graph);
    for (int from = 0; from < distance.length; from++) {
      var paths = dijkstra.getPaths(from);
      for (int to = 0; to < distance.length; to++) {
        distance[from][to] = paths.getWeight(to);
      }
    }
    for (int from = 0; from < distance.length; from++) {
      for (int to = 0; to < distance.length; to++) {
        if (from != to && !isShortest(distance, from, to)) {
          differing++;
        }
      }
    }
    return differing;
  }

  private boolean isShortest(double[][] distance, int from, int to) {
    Optional<Route> route = stack(from).routes().selected(Ipv4Prefix.parse(loopback(to) + "/32"));
    if (route.isEmpty() || route.get().metric() != (long) distance[from][to]) {
      return false;
    }
    Set<Integer> next = new TreeSet<>();
    for (NextHop hop : route.get().nextHops()) {
      next.add(neighbours.get("r" + from + "." + hop.interfaceName().orElseThrow()));
    }
    Set<Integer> expected = new TreeSet<>();
    for (DefaultWeightedEdge edge : graph.outgoingEdgesOf(from)) {
      int over = graph.getEdgeTarget(edge);
      if (graph.getEdgeWeight(edge) + distance[over][to] == distance[from][to]) {
        expected.add(over);
      }
    }
    return next.equals(expected);
  }
}
