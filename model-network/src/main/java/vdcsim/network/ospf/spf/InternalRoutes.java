package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * The routes within the autonomous system, as one router calculates them (RFC 2328, 16.1 to 16.3).
 */
public final class InternalRoutes {
  private final RouteTable networks;
  private final List<RouterRoute> routers;
  private final List<VirtualLinkEnd> virtualLinks;
  private final Set<AreaId> transitAreas;

  InternalRoutes(
      RouteTable networks,
      List<RouterRoute> routers,
      List<VirtualLinkEnd> virtualLinks,
      Set<AreaId> transitAreas) {
    this.networks = networks;
    this.routers = List.copyOf(routers);
    this.virtualLinks = List.copyOf(virtualLinks);
    this.transitAreas = new TreeSet<>(transitAreas);
  }

  /** No routes: what a router has before its first calculation. */
  public static InternalRoutes none() {
    return new InternalRoutes(new RouteTable(), List.of(), List.of(), Set.of());
  }

  /** Calculates all routes within the system. */
  public static InternalRoutes of(RouterView view) {
    IntraArea intra = new IntraArea(view);
    intra.calculate();
    Ranges ranges = Ranges.of(view, intra.networks(), intra.transitAreas());
    InterArea inter = new InterArea(view, intra.networks(), intra.routers(), ranges);
    inter.calculate(intra.transitAreas());
    ranges.discard(intra.networks());
    return new InternalRoutes(
        intra.networks(), inter.routers(), intra.virtualLinks(), intra.transitAreas());
  }

  /** The routes to networks, discarding ones included. */
  public RouteTable networks() {
    return networks;
  }

  /**
   * The routes to border and boundary routers, one for each area; those of one router follow each
   * other in the order in which FRRouting lists them (areas by number, the backbone last, then
   * those between areas).
   */
  public List<RouterRoute> routers() {
    return routers;
  }

  /** The virtual links that can be used. */
  public List<VirtualLinkEnd> virtualLinks() {
    return virtualLinks;
  }

  /** The areas that virtual links pass (TransitCapability). */
  public Set<AreaId> transitAreas() {
    return new TreeSet<>(transitAreas);
  }

  boolean isTransit(AreaId area) {
    return transitAreas.contains(area);
  }

  /**
   * The preferred way to a boundary router (16.4, step 3): without RFC1583Compatibility within an
   * area other than the backbone, if there is one; then the cheapest; then the largest area.
   */
  Optional<RouterRoute> boundary(RouterId router, boolean rfc1583) {
    List<RouterRoute> chosen = new ArrayList<>();
    for (RouterRoute route : routes(router)) {
      if (!rfc1583 && !route.area().isBackbone() && route.type() == PathType.INTRA_AREA) {
        chosen.add(route);
      }
    }
    Optional<RouterRoute> best = Optional.empty();
    for (RouterRoute route : chosen.isEmpty() ? routes(router) : chosen) {
      if (best.isEmpty() || isBetter(route, best.get())) {
        best = Optional.of(route);
      }
    }
    return best;
  }

  private static boolean isBetter(RouterRoute route, RouterRoute than) {
    return route.cost() < than.cost()
        || (route.cost() == than.cost() && route.area().compareTo(than.area()) > 0);
  }

  private List<RouterRoute> routes(RouterId router) {
    int low = 0;
    int high = routers.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (routers.get(middle).router().compareTo(router) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int end = low;
    while (end < routers.size() && routers.get(end).router().equals(router)) {
      end++;
    }
    return routers.subList(low, end);
  }
}
