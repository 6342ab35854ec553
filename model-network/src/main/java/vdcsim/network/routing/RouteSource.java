package vdcsim.network.routing;

/** Where a route comes from, with the administrative distance that FRRouting and Cisco give it. */
public enum RouteSource {
  /** A network of one of the router's own interfaces. */
  CONNECTED(0),
  /** Written in the configuration. */
  STATIC(1),
  /** Learned by BGP from another autonomous system. */
  EBGP(20),
  /** Computed by OSPF. */
  OSPF(110),
  /** Learned by RIP. */
  RIP(120),
  /** Learned by BGP within the autonomous system. */
  IBGP(200);

  private final int distance;

  RouteSource(int distance) {
    this.distance = distance;
  }

  /** How little it is trusted: of two routes to one network the lower distance wins. */
  public int distance() {
    return distance;
  }
}
