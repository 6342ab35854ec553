package vdcsim.network.rip;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;

/**
 * A way to a network as RIP knows it (RFC 2453, 3.5).
 *
 * @param origin where it is from
 * @param from the router that told of it; 0.0.0.0 for the router itself
 * @param nextHop where its packets go; 0.0.0.0 where the network is the router's own
 * @param over the interface over which they leave, if it is known
 * @param tag a number that came with it, 16 bits
 * @param distance the administrative distance
 * @param metric how many hops away it is, 16 if it is out of reach
 */
record RipRoute(
    RouteOrigin origin,
    Ipv4Address from,
    Ipv4Address nextHop,
    Optional<String> over,
    int tag,
    int distance,
    int metric) {

  /** The default route that the router claims to have. */
  static final RipRoute DEFAULT =
      new RipRoute(
          RouteOrigin.DEFAULT, RouteEntry.NOWHERE, RouteEntry.NOWHERE, Optional.empty(), 0, 0, 1);

  /** The network of an interface. */
  static RipRoute ofInterface(String interfaceName) {
    return new RipRoute(
        RouteOrigin.INTERFACE,
        RouteEntry.NOWHERE,
        RouteEntry.NOWHERE,
        Optional.of(interfaceName),
        0,
        0,
        1);
  }

  /**
   * A route that another source found.
   *
   * @param over the interface over which its packets leave, if it is known
   */
  static RipRoute redistributed(Route route, Optional<String> over) {
    return new RipRoute(
        RouteOrigin.redistributed(route.source()),
        RouteEntry.NOWHERE,
        route.nextHops().stream().findFirst().flatMap(NextHop::gateway).orElse(RouteEntry.NOWHERE),
        over,
        0,
        route.distance(),
        1);
  }

  boolean isReachable() {
    return metric < Rip.INFINITY;
  }

  boolean isLearned() {
    return origin.isLearned();
  }

  boolean isOver(String interfaceName) {
    return over.isPresent() && over.get().equals(interfaceName);
  }

  RipRoute outOfReach() {
    return new RipRoute(origin, from, nextHop, over, tag, distance, Rip.INFINITY);
  }

  NextHop hop() {
    return NextHop.via(over.orElseThrow(), nextHop);
  }
}
