package vdcsim.network.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** A routing table as rows of text: every route that is known, and why it is in use or not. */
public final class RouteRows {
  /** The heading of each column. */
  public static final List<String> COLUMNS =
      List.of(
          "network", "source", "distance", "metric", "next hop", "interface", "in use", "why not");

  private RouteRows() {}

  /** A row for each next hop of each route, in the order of networks, the preferred route first. */
  public static List<List<String>> of(RoutingTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (Ipv4Prefix prefix : table.networks()) {
      Optional<Route> used = table.selected(prefix);
      for (Route route : table.candidates(prefix)) {
        boolean inUse = used.filter(route::equals).isPresent();
        String reason = inUse ? "" : whyNot(route, used, table);
        List<NextHop> hops = inUse ? table.usable(route) : route.nextHops();
        for (NextHop hop : hops) {
          rows.add(row(route, gateway(hop), hop.interfaceName().orElse(""), inUse, reason));
        }
        if (hops.isEmpty()) {
          rows.add(row(route, "blackhole", "", inUse, reason));
        }
      }
    }
    return rows;
  }

  private static String gateway(NextHop hop) {
    return hop.gateway().map(Ipv4Address::toString).orElse("connected");
  }

  private static List<String> row(
      Route route, String gateway, String interfaceName, boolean inUse, String reason) {
    return List.of(
        route.prefix().toString(),
        route.source().name().toLowerCase(Locale.ROOT),
        String.valueOf(route.distance()),
        String.valueOf(route.metric()),
        gateway,
        interfaceName,
        inUse ? "yes" : "no",
        reason);
  }

  private static String whyNot(Route route, Optional<Route> used, RoutingTable table) {
    if (route.distance() == RoutingTable.NEVER) {
      return "distance " + RoutingTable.NEVER + " is never used";
    } else if (!route.isBlackhole() && table.usable(route).isEmpty()) {
      return "no next hop can be reached";
    }
    return used.map(better -> better(better, route)).orElse("");
  }

  private static String better(Route better, Route route) {
    String source = better.source().name().toLowerCase(Locale.ROOT);
    return better.distance() < route.distance()
        ? source + " has distance " + better.distance()
        : source + " has metric " + better.metric();
  }
}
