package vdcsim.network.bgp.rib;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.Reach;
import vdcsim.network.routing.RoutingTable;

/** Follows the ways to next hops in the routing table. */
public final class NextHops {
  private final RoutingTable routes;
  private final Consumer<Collection<Ipv4Prefix>> onChange;
  private final Map<Ipv4Address, NextHop> tracked = new TreeMap<>();

  /** Calls {@code onChange} with the networks whose next hop has another way. */
  public NextHops(RoutingTable routes, Consumer<Collection<Ipv4Prefix>> onChange) {
    this.routes = routes;
    this.onChange = onChange;
  }

  /** The state of a next hop, followed from now on. */
  public NextHop at(Ipv4Address address) {
    NextHop known = tracked.get(address);
    if (known == null) {
      known = new NextHop(address);
      tracked.put(address, known);
      NextHop added = known;
      added.follow(reach(address));
      routes.watch(address, () -> follow(added));
    }
    return known;
  }

  private void follow(NextHop hop) {
    if (hop.follow(reach(hop.address()))) {
      onChange.accept(hop.users());
    }
  }

  /** A default route does not lead to a next hop (FRRouting, ip nht resolve-via-default). */
  private Reach reach(Ipv4Address address) {
    Reach found = routes.lookUp(address);
    boolean byDefault = found.route().filter(r -> r.prefix().length() == 0).isPresent();
    return byDefault ? Reach.NONE : found;
  }
}
