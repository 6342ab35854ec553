package vdcsim.network.routing;

import java.util.List;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * A way to a network, as one source knows it.
 *
 * @param distance the administrative distance, from 0 to 255; 255 is never used
 * @param metric how far it is, in the terms of the source; compared between routes of one source
 * @param nextHops equally good ways, sorted; empty for a network whose packets are thrown away
 */
public record Route(
    Ipv4Prefix prefix, RouteSource source, int distance, long metric, List<NextHop> nextHops) {

  public Route {
    nextHops =
        isSorted(nextHops)
            ? List.copyOf(nextHops)
            : List.copyOf(nextHops.stream().distinct().sorted().toList());
    if (distance < 0 || distance > 255) {
      throw new IllegalArgumentException("a distance lies from 0 to 255, was " + distance);
    }
  }

  private static boolean isSorted(List<NextHop> hops) {
    for (int i = 1; i < hops.size(); i++) {
      if (hops.get(i - 1).compareTo(hops.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** A route with the distance of its source. */
  public static Route of(
      Ipv4Prefix prefix, RouteSource source, long metric, List<NextHop> nextHops) {
    return new Route(prefix, source, source.distance(), metric, nextHops);
  }

  /** A network whose packets are thrown away. */
  public static Route blackhole(Ipv4Prefix prefix, RouteSource source, int distance) {
    return new Route(prefix, source, distance, 0, List.of());
  }

  /** Whether packets to the network are thrown away. */
  public boolean isBlackhole() {
    return nextHops.isEmpty();
  }

  /** Written out, what differs most often first: routes are compared whenever one is offered. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Route that
        && metric == that.metric
        && distance == that.distance
        && source == that.source
        && prefix.equals(that.prefix)
        && nextHops.equals(that.nextHops);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * prefix.hashCode() + Long.hashCode(metric)) + nextHops.hashCode();
  }
}
