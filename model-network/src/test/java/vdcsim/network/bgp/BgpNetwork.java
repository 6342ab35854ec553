package vdcsim.network.bgp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vdcsim.network.Lan;
import vdcsim.network.bgp.policy.ClauseSpec;
import vdcsim.network.bgp.rib.Entry;
import vdcsim.network.bgp.rib.Path;
import vdcsim.network.bgp.session.State;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.router.Router;
import vdcsim.network.router.RouterInterfaceSpec;
import vdcsim.network.router.RouterSpec;

/** Routers with cables that speak BGP, each an autonomous system unless said otherwise. */
final class BgpNetwork {
  private final Lan lan = new Lan();
  private final Map<String, Map<String, RouterInterfaceSpec>> interfaces = new LinkedHashMap<>();
  private final Map<String, BgpSpec> specs = new LinkedHashMap<>();
  private final Map<String, List<String>> loopbacks = new LinkedHashMap<>();
  private final List<String> links = new ArrayList<>();

  /** How a speaker is set up; all else is the default, with timers of 3 s and 9 s. */
  record Setup(
      long asn,
      List<String> networks,
      List<AggregateSpec> aggregates,
      Duration interval,
      List<NeighborSpec> neighbors) {
    static Setup of(long asn, String... networks) {
      return new Setup(asn, List.of(networks), List.of(), Duration.ZERO, List.of());
    }

    Setup with(NeighborSpec... more) {
      return new Setup(asn, networks, aggregates, interval, List.of(more));
    }

    Setup aggregating(AggregateSpec... more) {
      return new Setup(asn, networks, List.of(more), interval, neighbors);
    }

    Setup every(Duration time) {
      return new Setup(asn, networks, aggregates, time, neighbors);
    }

    BgpSpec spec() {
      TimersSpec timers = new TimersSpec(Duration.ofSeconds(3), Duration.ofSeconds(9));
      return new BgpSpec(
          asn,
          Optional.empty(),
          networks,
          neighbors,
          aggregates,
          List.of(),
          Optional.of(timers),
          interval,
          Duration.ofSeconds(120),
          Duration.ofMillis(50),
          true,
          false,
          false,
          false,
          64,
          false,
          Optional.empty());
    }
  }

  /** A neighbour with policies. */
  static NeighborSpec neighbor(
      String address, long asn, List<ClauseSpec> in, List<ClauseSpec> out) {
    return new NeighborSpec(
        address, asn, in, out, 0, false, false, Optional.empty(), 1, Optional.empty());
  }

  /** A neighbour within the system, spoken to from the loopback address. */
  static NeighborSpec inside(String address, long asn, boolean self, boolean client) {
    return new NeighborSpec(
        address,
        asn,
        List.of(),
        List.of(),
        0,
        self,
        client,
        Optional.of("lo"),
        1,
        Optional.empty());
  }

  /** A router, its interfaces p1, p2, … with these addresses. */
  BgpNetwork router(String name, Setup setup, String... addresses) {
    Map<String, RouterInterfaceSpec> cards = new LinkedHashMap<>();
    for (String address : addresses) {
      if (address.endsWith("/32")) {
        loopbacks.computeIfAbsent(name, n -> new ArrayList<>()).add(address);
      } else {
        cards.put("p" + (cards.size() + 1), new RouterInterfaceSpec(address));
      }
    }
    interfaces.put(name, cards);
    specs.put(name, setup.spec());
    return this;
  }

  BgpNetwork link(String link) {
    links.add(link);
    return this;
  }

  /** Builds all, and runs. */
  BgpNetwork run(double seconds) {
    List<vdcsim.kernel.world.Wiring> speakers = new ArrayList<>();
    interfaces.forEach(
        (name, cards) -> {
          List<String> own = loopbacks.getOrDefault(name, List.of());
          RouterSpec spec = new RouterSpec(cards, own, routes(name), true, 1000, 1500);
          lan.connect(Router.make(name, spec, lan.world()));
          speakers.add(Bgp.make(name, specs.get(name), lan.world()));
        });
    links.forEach(lan::links);
    speakers.forEach(lan::connect);
    lan.runUntil(seconds);
    return this;
  }

  private final Map<String, List<vdcsim.network.stack.StaticRouteSpec>> statics =
      new LinkedHashMap<>();

  BgpNetwork route(String router, String to, String via) {
    statics
        .computeIfAbsent(router, r -> new ArrayList<>())
        .add(
            new vdcsim.network.stack.StaticRouteSpec(to, List.of(via), Optional.empty(), false, 1));
    return this;
  }

  private List<vdcsim.network.stack.StaticRouteSpec> routes(String name) {
    return statics.getOrDefault(name, List.of());
  }

  Lan lan() {
    return lan;
  }

  void until(double seconds) {
    lan.simulation().run((long) (seconds * 1e9));
  }

  Bgp bgp(String router) {
    return lan.world().find(router, Bgp.class).orElseThrow();
  }

  State state(String router) {
    return bgp(router).sessions().get(0).state();
  }

  /** The best path of a router to a network, as {@code via AS-path}; "none" without one. */
  String best(String router, String network) {
    return bgp(router).networks().stream()
        .filter(entry -> entry.prefix().equals(Ipv4Prefix.parse(network)))
        .flatMap(entry -> entry.best().stream())
        .map(BgpNetwork::said)
        .findFirst()
        .orElse("none");
  }

  Path path(String router, String network) {
    return entry(router, network).best().orElseThrow();
  }

  Entry entry(String router, String network) {
    return bgp(router).networks().stream()
        .filter(entry -> entry.prefix().equals(Ipv4Prefix.parse(network)))
        .findFirst()
        .orElseThrow();
  }

  /** All networks that a router has a best path to. */
  String known(String router) {
    return bgp(router).networks().stream()
        .filter(entry -> entry.best().isPresent())
        .map(entry -> entry.prefix().toString())
        .collect(Collectors.joining(" "));
  }

  private static String said(Path path) {
    return (path.attributes().nextHop() + " " + path.attributes().asPath()).strip();
  }

  long count(String metric) {
    return (long) lan.metric(metric, "value");
  }
}
