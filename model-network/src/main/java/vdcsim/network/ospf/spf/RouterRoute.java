package vdcsim.network.ospf.spf;

import java.util.List;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * A way to a border router of areas or a boundary router of the system, through one area (RFC 2328,
 * 11: destination type "router").
 *
 * @param type within the area, or to another one as a border router says
 * @param border whether it is attached to several areas (B)
 * @param boundary whether it imports routes from outside (E)
 * @param hops equally good next hops, sorted
 */
public record RouterRoute(
    RouterId router,
    PathType type,
    AreaId area,
    int cost,
    boolean border,
    boolean boundary,
    List<Hop> hops) {

  /** How FRRouting writes its type. */
  public String label() {
    return type == PathType.INTER_AREA ? "R IA" : "R";
  }

  RouterRoute over(int newCost, List<Hop> newHops) {
    return new RouterRoute(router, type, area, newCost, border, boundary, newHops);
  }
}
