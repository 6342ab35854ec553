package vdcsim.network.bgp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.bgp.rib.DecisionSettings;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.RedistributeSpec;

/** What a scenario says about BGP on a router. */
@Doc("BGP: the router exchanges routes with those of other autonomous systems, and of its own.")
public record BgpSpec(
    @Key(value = "The number of its autonomous system.", example = "65001") long asn,
    @Key(
            value =
                "By which address others know it; its highest loopback address unless given, or its"
                    + " highest address.",
            example = "10.255.0.1")
        Optional<String> routerId,
    @Key(
            value = "Networks that it announces, whether or not it has a route to them.",
            example = "[10.20.1.0/24]")
        List<String> networks,
    @Key(
            value = "With whom it exchanges routes.",
            example = "[{ address: 10.0.1.2, remote-as: 65002 }]")
        List<NeighborSpec> neighbors,
    @Key(value = "Networks that stand for those within them.", example = "[10.20.0.0/16]")
        List<AggregateSpec> aggregates,
    @Key(value = "Routes of other sources that it announces.", example = "[ospf]")
        List<RedistributeSpec> redistribute,
    @Key(
            value = "How it notices that a neighbour is gone.",
            example = "{ keepalive: 3 s, hold: 9 s }")
        Optional<TimersSpec> timers,
    @Key(
            value = "The least time between two sets of changes that a neighbour is told.",
            fallback = "0 s",
            source = "FRRouting; RFC 4271, 10 suggests 30 s for external neighbours",
            example = "30 s")
        Duration advertisementInterval,
    @Key(
            value = "How long it waits for a connection before it tries again.",
            fallback = "120 s",
            source = "FRRouting; RFC 4271, 10")
        Duration connectRetry,
    @Key(
            value = "How long a change waits, together with others, until paths are compared.",
            fallback = "50 ms",
            source = "FRRouting, bgpd's queue of networks to be processed")
        Duration bestPathDelay,
    @Key(
            value = "Whether router ids decide between equal external paths, not their age.",
            fallback = "false",
            source = "FRRouting, bgp bestpath compare-routerid")
        boolean compareRouterid,
    @Key(
            value = "Whether MEDs of different neighbour systems are compared.",
            fallback = "false",
            source = "FRRouting, bgp always-compare-med")
        boolean alwaysCompareMed,
    @Key(
            value = "Whether paths of one neighbour system are compared first.",
            fallback = "false",
            source = "FRRouting, bgp deterministic-med")
        boolean deterministicMed,
    @Key(
            value = "Whether packets share paths that are equally long but not the same.",
            fallback = "false",
            source = "FRRouting, bgp bestpath as-path multipath-relax")
        boolean multipathRelax,
    @Key(
            value = "How many equal paths packets share.",
            fallback = "64",
            source = "FRRouting, maximum-paths")
        int maxPaths,
    @Key(
            value =
                "Whether external neighbours need policies: without one nothing passes in that"
                    + " direction.",
            fallback = "false",
            source = "FRRouting with datacenter defaults; RFC 8212 and traditional defaults: true")
        boolean ebgpRequiresPolicy,
    @Key(
            value = "The cluster that it reflects for; its router id unless given.",
            example = "10.0.0.100")
        Optional<String> clusterId) {

  private static final int MOST_PATHS = 256;
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(10);

  public BgpSpec {
    networks = List.copyOf(networks);
    neighbors = List.copyOf(neighbors);
    aggregates = List.copyOf(aggregates);
    redistribute = List.copyOf(redistribute);
    checkAsn("asn", asn);
    routerId.ifPresent(text -> checked("router-id", () -> Ipv4Address.parse(text)));
    clusterId.ifPresent(text -> checked("cluster-id", () -> Ipv4Address.parse(text)));
    networks.forEach(text -> checked("networks", () -> Ipv4Prefix.parse(text)));
    checkInterval(advertisementInterval);
    if (redistribute.stream().anyMatch(r -> r.from() == RedistributeSpec.Source.BGP)) {
      throw new Refusal("redistribute", "BGP announces its own routes anyway");
    }
    if (connectRetry.isNegative() || connectRetry.isZero()) {
      throw new Refusal("connect-retry", "connect-retry must be more than 0 s");
    }
    if (bestPathDelay.isNegative()) {
      throw new Refusal("best-path-delay", "best-path-delay must not be negative");
    }
    if (maxPaths < 1 || maxPaths > MOST_PATHS) {
      throw new Refusal(
          "max-paths", "max-paths lies between 1 and " + MOST_PATHS + ", was " + maxPaths);
    }
    once("neighbors", neighbors.stream().map(NeighborSpec::address).toList());
    once("networks", networks);
    once("aggregates", aggregates.stream().map(AggregateSpec::prefix).toList());
  }

  private static void once(String key, List<String> values) {
    TreeSet<String> seen = new TreeSet<>();
    for (String value : values) {
      if (!seen.add(value)) {
        throw new Refusal(key, value + " stands there twice");
      }
    }
  }

  static void checkAsn(String key, long asn) {
    if (asn < 1 || asn > 0xFFFF_FFFEL) {
      throw new Refusal(
          key, "an AS number lies between 1 and %d, was %d".formatted(0xFFFF_FFFEL, asn));
    }
  }

  static void checkInterval(Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST_INTERVAL) > 0) {
      throw new Refusal(
          "advertisement-interval",
          "advertisement-interval lies between 0 s and 600 s, was " + time.toSeconds() + " s");
    }
  }

  private static void checked(String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  DecisionSettings decision() {
    return new DecisionSettings(
        compareRouterid, alwaysCompareMed, deterministicMed, multipathRelax, maxPaths);
  }

  TimersSpec clocks() {
    return timers.orElse(TimersSpec.DEFAULT);
  }
}
