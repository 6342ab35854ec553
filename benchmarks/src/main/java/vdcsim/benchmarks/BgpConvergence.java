package vdcsim.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vdcsim.benchmarks.AsGraph.Neighbour;
import vdcsim.benchmarks.AsGraph.Relation;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.bgp.Bgp;
import vdcsim.network.bgp.BgpSpec;
import vdcsim.network.bgp.NeighborSpec;
import vdcsim.network.bgp.message.AsPath;
import vdcsim.network.bgp.policy.ClauseSpec;
import vdcsim.network.bgp.policy.MatchSpec;
import vdcsim.network.bgp.policy.SetSpec;
import vdcsim.network.bgp.rib.Entry;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;

/**
 * BGP between many autonomous systems, one router and one network each, with the policies of Gao
 * and Rexford: how long it takes until all is quiet, and whether the routes are the stable ones.
 *
 * <p>Run it with the number of systems, 500 unless given, and the seed.
 */
public final class BgpConvergence {
  private static final String CUSTOMERS = "65000:1";

  private final AsGraph graph;
  private final Simulation simulation;
  private final World world;
  private final List<Map<String, RouterInterfaceSpec>> cards = new ArrayList<>();
  private final List<List<NeighborSpec>> neighbours = new ArrayList<>();
  private final List<String> links = new ArrayList<>();

  /** A world of {@code size} systems. */
  BgpConvergence(int size, long seed) {
    this.simulation = new Simulation(seed, 0);
    this.world = new World(simulation);
    this.graph = new AsGraph(size, simulation.random().stream("as-graph"));
    for (int i = 0; i < size; i++) {
      cards.add(new LinkedHashMap<>());
      neighbours.add(new ArrayList<>());
    }
    for (int i = 0; i < size; i++) {
      for (Neighbour neighbour : graph.neighbours(i)) {
        if (neighbour.number() < i) {
          link(i, neighbour);
        }
      }
    }
    build();
  }

  /** The AS number of a system. */
  static long asn(int number) {
    return 1000L + number;
  }

  private static Ipv4Prefix network(int number) {
    return new Ipv4Prefix((20 << 24) | (number << 8), 24);
  }

  private void link(int one, Neighbour other) {
    int subnet = (10 << 24) | (links.size() << 2);
    String here = new Ipv4Address(subnet + 1).toString();
    String there = new Ipv4Address(subnet + 2).toString();
    Relation back =
        switch (other.relation()) {
          case CUSTOMER -> Relation.PROVIDER;
          case PEER -> Relation.PEER;
          case PROVIDER -> Relation.CUSTOMER;
        };
    links.add(
        "as%d.%s -- as%d.%s"
            .formatted(one, card(one, here), other.number(), card(other.number(), there)));
    neighbours.get(one).add(neighbour(there, other.number(), other.relation()));
    neighbours.get(other.number()).add(neighbour(here, one, back));
  }

  private String card(int system, String address) {
    String name = "p" + (cards.get(system).size() + 1);
    cards.get(system).put(name, new RouterInterfaceSpec(address + "/30"));
    return name;
  }

  private static NeighborSpec neighbour(String address, int number, Relation relation) {
    long preference =
        switch (relation) {
          case CUSTOMER -> 300;
          case PEER -> 200;
          case PROVIDER -> 100;
        };
    String mark = relation == Relation.CUSTOMER ? CUSTOMERS : "65000:2";
    SetSpec set =
        new SetSpec(
            Optional.of(preference),
            Optional.empty(),
            Optional.empty(),
            List.of(mark),
            List.of(),
            false,
            List.of(),
            Optional.empty());
    List<ClauseSpec> in = List.of(permit(Optional.empty(), Optional.of(set)));
    List<ClauseSpec> ownAndCustomers =
        List.of(
            permit(match(List.of(CUSTOMERS), Optional.empty()), Optional.empty()),
            permit(match(List.of(), Optional.of("^$")), Optional.empty()));
    return new NeighborSpec(
        address,
        asn(number),
        in,
        relation == Relation.CUSTOMER ? List.of() : ownAndCustomers,
        0,
        false,
        false,
        Optional.empty(),
        1,
        Optional.empty());
  }

  private static ClauseSpec permit(Optional<MatchSpec> match, Optional<SetSpec> set) {
    return new ClauseSpec(ClauseSpec.Verdict.PERMIT, match, set);
  }

  private static Optional<MatchSpec> match(List<String> communities, Optional<String> path) {
    return Optional.of(new MatchSpec(List.of(), communities, path));
  }

  private void build() {
    List<Wiring> wirings = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      RouterSpec spec = new RouterSpec(cards.get(i), List.of(), List.of(), true, 1000, 1500);
      wirings.add(Router.make("as" + i, spec, world));
    }
    for (String link : links) {
      LinkSpec spec =
          new LinkSpec(
              link, Optional.of(DataRate.ofGigabits(1)), Duration.ofMillis(1), new Ratio(0));
      Cabling.lay(link, spec, world).connect();
    }
    wirings.forEach(Wiring::connect);
    for (int i = 0; i < graph.size(); i++) {
      Bgp.make("as" + i, speaker(i), world).connect();
    }
  }

  private BgpSpec speaker(int number) {
    return new BgpSpec(
        asn(number),
        Optional.of(new Ipv4Address((30 << 24) | number).toString()),
        List.of(network(number).toString()),
        neighbours.get(number),
        List.of(),
        List.of(),
        Optional.empty(),
        Duration.ZERO,
        Duration.ofMinutes(2),
        Duration.ofMillis(50),
        true,
        false,
        false,
        false,
        1,
        false,
        Optional.empty());
  }

  /** Runs for so many simulated seconds. */
  void run(double seconds) {
    simulation.run((long) (seconds * 1e9));
  }

  /** How many routes differ from the stable ones, or are missing, or are there wrongly. */
  int wrongRoutes() {
    int wrong = 0;
    List<Map<Ipv4Prefix, AsPath>> known = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      Map<Ipv4Prefix, AsPath> best = new LinkedHashMap<>();
      for (Entry entry : world.find("as" + i, Bgp.class).orElseThrow().networks()) {
        entry.best().ifPresent(path -> best.put(entry.prefix(), path.attributes().asPath()));
      }
      known.add(best);
    }
    for (int destination = 0; destination < graph.size(); destination++) {
      StableRoutes stable = new StableRoutes(graph, destination);
      for (int i = 0; i < graph.size(); i++) {
        Optional<AsPath> expected =
            stable.reaches(i) ? Optional.of(AsPath.of(stable.path(i))) : Optional.empty();
        if (!expected.equals(Optional.ofNullable(known.get(i).get(network(destination))))) {
          wrong++;
        }
      }
    }
    return wrong;
  }

  /** When the last best path changed, in simulated seconds. */
  double quietAfterS() {
    return world.all(Bgp.class).stream().mapToLong(Bgp::lastChangeNs).max().orElse(0) / 1e9;
  }

  /** How many UPDATE messages were sent. */
  long updates() {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().endsWith(".bgp-updates-sent"))
        .mapToLong(m -> (long) m.statistic("value").orElse(0))
        .sum();
  }

  private String said(double wallS) {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%d systems, %d sessions: quiet after %.2f s, %d updates, %d events, %d wrong routes;"
            + " %.1f s of wall time, %d MB",
        graph.size(),
        links.size(),
        quietAfterS(),
        updates(),
        simulation.events(),
        wrongRoutes(),
        wallS,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  /** Runs with the number of systems and the seed. */
  public static void main(String[] arguments) {
    int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    long start = System.nanoTime();
    BgpConvergence convergence = new BgpConvergence(size, seed);
    convergence.run(30);
    System.out.println(convergence.said((System.nanoTime() - start) / 1e9));
  }
}
