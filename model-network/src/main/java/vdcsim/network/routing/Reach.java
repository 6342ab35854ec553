package vdcsim.network.routing;

import java.util.List;
import java.util.Optional;

/**
 * What is known of the way to an address that others route over, as a BGP next hop.
 *
 * @param route the route in use for it, if there is one
 * @param ways where packets for it go: every way with an interface; empty where there is none
 */
public record Reach(Optional<Route> route, List<NextHop> ways) {
  /** There is no way. */
  public static final Reach NONE = new Reach(Optional.empty(), List.of());

  public Reach {
    ways = List.copyOf(ways);
  }

  /** Whether there is a way. */
  public boolean isReachable() {
    return !ways.isEmpty();
  }
}
