package vdcsim.scenario.verify.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Reach;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.stack.Stack;
import vdcsim.scenario.verify.compare.Entries;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** The routes in use: where each comes from, how far it is, and over which next hops. */
final class Rib implements RouterPart {
  private static final String BLACKHOLE = "blackhole";

  /** A next hop as a case writes it; a field in which runs differed is missing. */
  private record Hop(Optional<String> via, Optional<String> dev, boolean blackhole) {
    private static final Comparator<Hop> ORDER =
        Comparator.comparing((Hop h) -> h.dev().orElse("")).thenComparing(h -> h.via().orElse(""));
  }

  @Override
  public String field() {
    return "rib";
  }

  @Override
  public void expected(Entries entries, String path, Fields recorded, RecordedRouters all)
      throws UnreadableCase, UnsupportedCase {
    for (String prefix : recorded.names()) {
      Fields route = recorded.object(prefix);
      String here = path + "." + prefix;
      for (String name : List.of("protocol", "distance", "metric")) {
        if (route.has(name)) {
          entries.add(here + "." + name, route.text(name));
        }
      }
      List<Hop> hops = hops(route);
      boolean single = hops.size() == 1 && hops.get(0).via().isPresent();
      if (single && route.optionalText("protocol").equals(Optional.of("rip"))) {
        Hop hop = hops.get(0);
        RipTies ties =
            RipTies.of(all, RecordedRouters.router(path), prefix, hop.via().orElseThrow());
        String first = here + ".nexthops[0]";
        entries.add(first + ".via", hop.via().orElseThrow(), ties.gateways());
        hop.dev().ifPresent(dev -> entries.add(first + ".dev", dev, ties.ports()));
      } else {
        addHops(entries, here, hops);
      }
      route.expectNoOther();
    }
  }

  private static List<Hop> hops(Fields route) throws UnreadableCase, UnsupportedCase {
    List<Hop> hops = new ArrayList<>();
    for (Fields hop : route.objects("nexthops")) {
      hops.add(
          new Hop(hop.optionalText("via"), hop.optionalText("dev"), hop.truth(BLACKHOLE, false)));
      hop.expectNoOther();
    }
    return hops;
  }

  @Override
  public void observed(Entries entries, String path, String router, NetworkRun run) {
    for (Reach reach : run.world().require("", router, Stack.class, "router").routes().selected()) {
      Route route = reach.route().orElseThrow();
      String here = path + "." + route.prefix();
      entries.add(here + ".protocol", protocol(route.source()));
      entries.add(here + ".distance", String.valueOf(route.distance()));
      entries.add(here + ".metric", String.valueOf(route.metric()));
      List<Hop> hops = new ArrayList<>();
      if (route.isBlackhole()) {
        hops.add(new Hop(Optional.empty(), Optional.empty(), true));
      }
      for (NextHop way : reach.ways()) {
        hops.add(new Hop(way.gateway().map(Ipv4Address::toString), way.interfaceName(), false));
      }
      addHops(entries, here, hops);
    }
  }

  private static String protocol(RouteSource source) {
    return switch (source) {
      case EBGP, IBGP -> "bgp";
      case CONNECTED, STATIC, OSPF, RIP -> source.name().toLowerCase(Locale.ROOT);
    };
  }

  private static void addHops(Entries entries, String path, List<Hop> hops) {
    List<Hop> sorted = hops.stream().distinct().sorted(Hop.ORDER).toList();
    for (int i = 0; i < sorted.size(); i++) {
      String here = path + ".nexthops[" + i + "]";
      sorted.get(i).via().ifPresent(via -> entries.add(here + ".via", via));
      sorted.get(i).dev().ifPresent(dev -> entries.add(here + ".dev", dev));
      if (sorted.get(i).blackhole()) {
        entries.add(here + "." + BLACKHOLE, "true");
      }
    }
  }
}
