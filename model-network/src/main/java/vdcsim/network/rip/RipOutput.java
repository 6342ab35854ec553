package vdcsim.network.rip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.stack.Interface;

/**
 * What a router tells over an interface (RFC 2453, 3.10.2), without sending it.
 *
 * @param metrics of networks from other sources, where they are set
 */
record RipOutput(RipSpec spec, Map<RouteSource, Integer> metrics) {

  /** The messages that tell of these networks. */
  List<RipMessage> messages(Interface over, int version, Map<Ipv4Prefix, List<RipRoute>> networks) {
    List<RouteEntry> entries = entries(over, version, networks);
    List<RipMessage> messages = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += RipMessage.MOST_ENTRIES) {
      int to = Math.min(from + RipMessage.MOST_ENTRIES, entries.size());
      messages.add(RipMessage.response(version, entries.subList(from, to)));
    }
    return messages;
  }

  private List<RouteEntry> entries(
      Interface over, int version, Map<Ipv4Prefix, List<RipRoute>> networks) {
    SplitHorizon splitHorizon = spec.splitHorizonOn(over.name());
    List<RouteEntry> entries = new ArrayList<>();
    networks.forEach(
        (prefix, ways) -> {
          boolean fromThere = isFromThere(prefix, ways, over);
          boolean quiet = fromThere && splitHorizon == SplitHorizon.ON;
          if (!quiet && (version == 2 || Classful.canTell(prefix, over.address()))) {
            boolean poison = fromThere && splitHorizon == SplitHorizon.POISON;
            int metric = poison ? Rip.INFINITY : metric(ways.get(0));
            entries.add(entry(prefix, ways.get(0), metric, over, version));
          }
        });
    return entries;
  }

  /** Whether the router has a network over this interface, or it is the interface's own. */
  private static boolean isFromThere(Ipv4Prefix prefix, List<RipRoute> ways, Interface over) {
    boolean learned =
        ways.stream()
            .anyMatch(w -> w.origin().source() == RouteSource.RIP && w.isOver(over.name()));
    Ipv4Interface own = over.address();
    return learned
        || (ways.get(0).origin().source() == RouteSource.CONNECTED
            && prefix.length() <= own.length()
            && prefix.contains(own.address()));
  }

  private int metric(RipRoute route) {
    return route.isReachable()
        ? metrics.getOrDefault(route.origin().source(), route.metric())
        : Rip.INFINITY;
  }

  /** A next hop other than this router is told where it can be reached (RFC 2453, 4.4). */
  private static RouteEntry entry(
      Ipv4Prefix prefix, RipRoute route, int metric, Interface over, int version) {
    if (version == 1) {
      return RouteEntry.ofVersion1(prefix, metric);
    }
    Ipv4Address nextHop = route.isOver(over.name()) ? route.nextHop() : RouteEntry.NOWHERE;
    return RouteEntry.of(prefix, route.tag(), nextHop, metric);
  }
}
