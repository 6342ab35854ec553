package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;

/**
 * A way to a network (RFC 2328, 11).
 *
 * @param area the area that the path goes through; of an external path that of the way inside
 * @param cost the way inside; of a type 1 external path with the external metric
 * @param type2Cost the external metric of a type 2 external path; else 0
 * @param tag of an external path; else 0
 * @param origin the link state ID of the LSA it comes from (Link State Origin)
 * @param hops equally good next hops, sorted; empty where packets are thrown away
 */
public record OspfRoute(
    Ipv4Prefix prefix,
    PathType type,
    AreaId area,
    int cost,
    int type2Cost,
    int tag,
    Ipv4Address origin,
    List<Hop> hops) {

  /** A route within or between areas. */
  static OspfRoute internal(
      Ipv4Prefix prefix, PathType type, AreaId area, int cost, Ipv4Address origin, List<Hop> hops) {
    return new OspfRoute(prefix, type, area, cost, 0, 0, origin, hops);
  }

  /** What a border router does with packets for a range that no member of it takes. */
  static OspfRoute discard(Ipv4Prefix prefix, AreaId area) {
    return internal(prefix, PathType.INTER_AREA, area, 0, prefix.address(), List.of());
  }

  /** Whether packets are thrown away. */
  public boolean isDiscard() {
    return hops.isEmpty();
  }

  /**
   * How FRRouting writes its type: {@code N}, {@code N IA}, {@code N E1}, {@code N E2}, {@code D
   * IA}.
   */
  public String label() {
    return isDiscard() ? "D IA" : type.label();
  }

  /** The metric in the router's table: the external one of type 2 (FRRouting), else the cost. */
  public int metric() {
    return type == PathType.EXTERNAL_2 ? type2Cost : cost;
  }

  /** The same route with more next hops. */
  OspfRoute with(List<Hop> more) {
    List<Hop> all = merged(hops, more);
    return all == hops
        ? this
        : new OspfRoute(prefix, type, area, cost, type2Cost, tag, origin, all);
  }

  /** The same route at another cost over other next hops. */
  OspfRoute over(int newCost, List<Hop> newHops) {
    return new OspfRoute(prefix, type, area, newCost, type2Cost, tag, origin, newHops);
  }

  /** Two lists of next hops as one, sorted; the first itself where nothing is new. */
  static List<Hop> merged(List<Hop> first, List<Hop> second) {
    if (first.containsAll(second)) {
      return first;
    }
    TreeSet<Hop> all = new TreeSet<>(first);
    all.addAll(second);
    return List.copyOf(new ArrayList<>(all));
  }

  /** Written out, what differs most often first: each calculation compares all with the last. */
  @Override
  public boolean equals(Object other) {
    return other instanceof OspfRoute that
        && cost == that.cost
        && type2Cost == that.type2Cost
        && tag == that.tag
        && type == that.type
        && prefix.equals(that.prefix)
        && area.equals(that.area)
        && origin.equals(that.origin)
        && hops.equals(that.hops);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * prefix.hashCode() + cost) + hops.hashCode();
  }
}
