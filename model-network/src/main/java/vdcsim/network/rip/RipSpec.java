package vdcsim.network.rip;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.RedistributeSpec;
import vdcsim.network.routing.RouteSource;

/** What a scenario says about the RIP of a router. */
@Doc("RIP: routers tell their neighbours how many hops away each network is.")
public record RipSpec(
    @Key(
            value = "The version, 1 or 2; without it version 2 is sent, and both are understood.",
            example = "1")
        Optional<Integer> version,
    @Key(value = "Its times, where they differ.", example = "{ update: 5 s }")
        Optional<RipTimersSpec> timers,
    @Key(
            value = "What it says of networks to those from whom it has them.",
            fallback = "on",
            source = "RFC 2453, 3.4.3; FRRouting, ip rip split-horizon")
        SplitHorizon splitHorizon,
    @Key(
            value = "Whether it uses all equal ways to a network; else the first that it heard of.",
            fallback = "false",
            source = "FRRouting, allow-ecmp")
        boolean ecmp,
    @Key(
            value = "Whether it tells its neighbours that it leads everywhere.",
            fallback = "false",
            source = "FRRouting, default-information originate")
        boolean defaultOriginate,
    @Key(
            value = "Routes that others found, told as the router's own; a metric from 1 to 16.",
            example = "[{ from: static, metric: 5 }]")
        List<RedistributeSpec> redistribute,
    @Key(value = "Its interfaces, where they differ.", example = "{ eth1: { passive: true } }")
        Map<String, RipInterfaceSpec> interfaces,
    @Key(value = "Networks whose metric is recorded over time.", example = "[10.1.0.0/24]")
        List<String> watch) {

  public RipSpec {
    interfaces = new LinkedHashMap<>(interfaces);
    redistribute = List.copyOf(redistribute);
    watch = List.copyOf(watch);
    redistribute.forEach(RipSpec::check);
    if (version.isPresent() && version.get() != 1 && version.get() != 2) {
      throw new Refusal("version", "the version of RIP is 1 or 2, was " + version.get());
    }
    for (String network : watch) {
      try {
        Ipv4Prefix.parse(network);
      } catch (IllegalArgumentException e) {
        throw new Refusal("watch", e.getMessage());
      }
    }
  }

  private static void check(RedistributeSpec taken) {
    if (taken.from() == RedistributeSpec.Source.RIP) {
      throw new Refusal("redistribute", "RIP tells of its own routes anyway, was 'from: rip'");
    } else if (taken.type().isPresent()) {
      throw new Refusal("redistribute", "only external routes of OSPF have a type");
    }
    long metric = taken.metric().orElse(1L);
    if (metric < 1 || metric > Rip.INFINITY) {
      throw new Refusal(
          "redistribute",
          "a metric of RIP lies from 1 to %d, was %d".formatted(Rip.INFINITY, metric));
    }
  }

  /** The metrics with which routes of other sources are told, where they are set. */
  Map<RouteSource, Integer> metrics() {
    Map<RouteSource, Integer> metrics = new EnumMap<>(RouteSource.class);
    for (RedistributeSpec taken : redistribute) {
      if (taken.metric().isPresent()) {
        int metric = taken.metric().get().intValue();
        sources(taken.from()).forEach(source -> metrics.putIfAbsent(source, metric));
      }
    }
    return metrics;
  }

  private static List<RouteSource> sources(RedistributeSpec.Source from) {
    return switch (from) {
      case CONNECTED -> List.of(RouteSource.CONNECTED);
      case STATIC -> List.of(RouteSource.STATIC);
      case RIP -> List.of(RouteSource.RIP);
      case OSPF -> List.of(RouteSource.OSPF);
      case BGP -> List.of(RouteSource.EBGP, RouteSource.IBGP);
    };
  }

  RipTimersSpec times() {
    return timers.orElse(RipTimersSpec.STANDARD);
  }

  int versionSent() {
    return version.orElse(2);
  }

  boolean understands(int received) {
    return version.isEmpty() || version.get() == received;
  }

  RipInterfaceSpec on(String interfaceName) {
    return interfaces.getOrDefault(interfaceName, RipInterfaceSpec.UNNAMED);
  }

  SplitHorizon splitHorizonOn(String interfaceName) {
    return on(interfaceName).splitHorizon().orElse(splitHorizon);
  }

  List<Ipv4Prefix> watched() {
    return watch.stream().map(Ipv4Prefix::parse).toList();
  }
}
