package vdcsim.network.rip;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;

/** What a router takes from the entries of a response (RFC 2453, 3.9.2). */
record RipInput(Stack stack, RipSpec spec, RipTable table, RipLog log) {

  void response(RipMessage message, Ipv4Address from, Interface over) {
    for (RouteEntry entry : message.entries()) {
      Optional<Ipv4Prefix> network = network(entry, message.version(), over);
      Optional<Ipv4Address> nextHop = nextHop(entry, message.version(), from);
      if (network.isPresent() && nextHop.isPresent()) {
        table.hear(network.get(), route(entry, from, nextHop.get(), over));
      } else {
        log.ignoredEntry();
      }
    }
  }

  private RipRoute route(RouteEntry entry, Ipv4Address from, Ipv4Address nextHop, Interface over) {
    long metric = Math.min(entry.metric() + spec.on(over.name()).metricIn(), Rip.INFINITY);
    return new RipRoute(
        RouteOrigin.LEARNED,
        from,
        nextHop,
        Optional.of(over.name()),
        entry.tag(),
        RouteSource.RIP.distance(),
        (int) metric);
  }

  private static Optional<Ipv4Prefix> network(RouteEntry entry, int version, Interface over) {
    boolean valid =
        entry.family() == RouteEntry.IPV4
            && isDestination(entry.address())
            && entry.metric() >= 1
            && entry.metric() <= Rip.INFINITY;
    if (!valid) {
      return Optional.empty();
    } else if (entry.address().bits() == 0) {
      return Optional.of(Ipv4Prefix.ALL);
    } else if (version == 1 || entry.mask().bits() == 0) {
      return Classful.guess(entry.address(), over.address());
    }
    boolean masked = (entry.address().bits() & entry.mask().bits()) == entry.address().bits();
    return masked ? Optional.of(entry.prefix()) : Optional.empty();
  }

  /** Neither net 0, but for the default route, nor net 127, and no group. */
  private static boolean isDestination(Ipv4Address address) {
    int first = address.bits() >>> 24;
    return address.bits() == 0 || (first != 0 && first != 127 && first < 224);
  }

  /**
   * Where packets go: to the sender, unless it names another router of a network of this one (RFC
   * 2453, 4.4). A way through this router itself is none.
   */
  private Optional<Ipv4Address> nextHop(RouteEntry entry, int version, Ipv4Address from) {
    Ipv4Address named = entry.nextHop();
    if (named.bits() == 0) {
      return Optional.of(from);
    } else if (version == 1 || named.isMulticast() || stack.owns(named)) {
      return Optional.empty();
    }
    boolean near = stack.interfaces().stream().anyMatch(i -> i.address().contains(named));
    return Optional.of(near ? named : from);
  }
}
