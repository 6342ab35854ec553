package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.spf.Hop;
import vdcsim.network.ospf.spf.OspfRoute;
import vdcsim.network.ospf.spf.RouteTable;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.routing.RoutingTable;

/** Brings what has changed between two calculations into the routing table. */
final class RouteInstaller {
  private final RoutingTable routes;

  RouteInstaller(RoutingTable routes) {
    this.routes = routes;
  }

  /** A way inside comes before one to the outside. */
  private record Tables(RouteTable internal, RouteTable external) {
    Optional<OspfRoute> find(Ipv4Prefix prefix) {
      return internal.find(prefix).or(() -> external.find(prefix));
    }

    List<OspfRoute> all() {
      List<OspfRoute> all = new ArrayList<>(internal.all());
      for (OspfRoute route : external.all()) {
        if (internal.find(route.prefix()).isEmpty()) {
          all.add(route);
        }
      }
      return all;
    }
  }

  void install(
      RouteTable internalBefore,
      RouteTable internalNow,
      RouteTable externalBefore,
      RouteTable externalNow) {
    Tables before = new Tables(internalBefore, externalBefore);
    Tables now = new Tables(internalNow, externalNow);
    Map<List<Hop>, List<NextHop>> shared = new LinkedHashMap<>();
    for (OspfRoute route : now.all()) {
      if (before.find(route.prefix()).filter(route::equals).isEmpty()) {
        routes.offer(route(route, shared));
      }
    }
    for (OspfRoute route : before.all()) {
      if (now.find(route.prefix()).isEmpty()) {
        routes.withdraw(route.prefix(), RouteSource.OSPF);
      }
    }
  }

  private static Route route(OspfRoute route, Map<List<Hop>, List<NextHop>> shared) {
    if (route.isDiscard()) {
      return Route.blackhole(route.prefix(), RouteSource.OSPF, RouteSource.OSPF.distance());
    }
    List<NextHop> hops = shared.computeIfAbsent(route.hops(), RouteInstaller::nextHops);
    return Route.of(route.prefix(), RouteSource.OSPF, route.metric(), hops);
  }

  private static List<NextHop> nextHops(List<Hop> hops) {
    List<NextHop> nextHops = new ArrayList<>(hops.size());
    for (Hop hop : hops) {
      nextHops.add(
          hop.isAttached()
              ? NextHop.connected(hop.interfaceName())
              : NextHop.via(hop.interfaceName(), hop.gateway()));
    }
    return List.copyOf(nextHops);
  }
}
