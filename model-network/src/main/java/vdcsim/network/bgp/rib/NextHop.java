package vdcsim.network.bgp.rib;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.Reach;
import vdcsim.network.routing.RouteSource;

/** The way to a next hop, as the routing table has it now (RFC 4271, 9.1.2.1). */
public final class NextHop {
  private final Ipv4Address address;
  private final TreeSet<Ipv4Prefix> users = new TreeSet<>();
  private boolean reachable;
  private boolean connected;
  private long metric;

  NextHop(Ipv4Address address) {
    this.address = address;
  }

  /** The speaker itself: no way is needed. */
  public static NextHop self() {
    NextHop self = new NextHop(new Ipv4Address(0));
    self.reachable = true;
    return self;
  }

  /** Its address. */
  public Ipv4Address address() {
    return address;
  }

  /** Whether there is a way. */
  public boolean isReachable() {
    return reachable;
  }

  /** Whether it is on a network of the router's own. */
  public boolean isConnected() {
    return connected;
  }

  /** What the way costs in the interior protocol; 0 where it is near. */
  public long metric() {
    return metric;
  }

  /** A network has, or may have, a path through it. */
  public void usedBy(Ipv4Prefix prefix) {
    users.add(prefix);
  }

  /** The networks that may have a path through it. */
  Collection<Ipv4Prefix> users() {
    return List.copyOf(users);
  }

  /** Takes over the way; returns whether anything has changed. */
  boolean follow(Reach reach) {
    boolean now = reach.isReachable();
    boolean near =
        now && reach.route().filter(r -> r.source() == RouteSource.CONNECTED).isPresent();
    long cost = now ? reach.route().orElseThrow().metric() : 0;
    boolean changed = now != reachable || near != connected || cost != metric;
    reachable = now;
    connected = near;
    metric = cost;
    return changed;
  }
}
