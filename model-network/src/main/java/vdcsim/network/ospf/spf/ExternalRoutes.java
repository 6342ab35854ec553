package vdcsim.network.ospf.spf;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.ExternalLsa;
import vdcsim.network.ospf.lsa.Lsa;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.Options;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.StoredLsa;

/**
 * The routes to the outside (RFC 2328, 16.4; RFC 3101, 2.5). Where only external LSAs have changed,
 * this alone is to be calculated anew.
 */
public final class ExternalRoutes {
  private final RouterView view;
  private final InternalRoutes internal;
  private final RouteTable table = new RouteTable();
  private final TreeMap<Ipv4Prefix, Integer> preferences = new TreeMap<>();
  private final TreeSet<Ipv4Address> ownAddresses = new TreeSet<>();

  private ExternalRoutes(RouterView view, InternalRoutes internal) {
    this.view = view;
    this.internal = internal;
    for (AreaView area : view.areas()) {
      area.interfaces().forEach(own -> ownAddresses.add(own.address().address()));
    }
  }

  /** A table without routes. */
  public static RouteTable none() {
    return new RouteTable();
  }

  /** Calculates all routes to the outside from those inside. */
  public static RouteTable of(RouterView view, InternalRoutes internal) {
    ExternalRoutes routes = new ExternalRoutes(view, internal);
    for (StoredLsa stored : view.external().all(LsaType.AS_EXTERNAL)) {
      routes.examine(stored, Optional.empty());
    }
    for (AreaView area : view.areas()) {
      if (area.settings().kind() == AreaSettings.Kind.NSSA) {
        for (StoredLsa stored : area.database().all(LsaType.NSSA_EXTERNAL)) {
          routes.examine(stored, Optional.of(area));
        }
      }
    }
    return routes.table;
  }

  /** How far, over which next hops, and within which area a way inside goes. */
  private record Inside(PathType type, AreaId area, int cost, List<Hop> hops) {
    static Inside of(RouterRoute route) {
      return new Inside(route.type(), route.area(), route.cost(), route.hops());
    }

    /** To a forwarding address; where it is on an own network, it is the next hop itself. */
    static Inside of(OspfRoute route, Ipv4Address address) {
      List<Hop> hops =
          route.hops().stream()
              .map(hop -> hop.isAttached() ? Hop.via(hop.interfaceName(), address) : hop)
              .sorted()
              .toList();
      return new Inside(route.type(), route.area(), route.cost(), hops);
    }

    /** 16.4.1: ways within an area other than the backbone come first. */
    int preference() {
      return type == PathType.INTRA_AREA && !area.isBackbone() ? 0 : 1;
    }
  }

  /** Steps 1 to 3 for an LSA; {@code area} is where a type 7 LSA belongs. */
  private void examine(StoredLsa stored, Optional<AreaView> area) {
    ExternalLsa external = (ExternalLsa) stored.lsa().body();
    RouterId writer = stored.key().advertisingRouter();
    if (external.metric() == Lsa.INFINITY
        || stored.isMaxAge(view.nowNs())
        || writer.equals(view.self())
        || isForeignDefault(stored, external, area)) {
      return;
    }
    Optional<RouterRoute> boundary =
        internal.boundary(writer, view.rfc1583()).filter(RouterRoute::boundary);
    if (boundary.isEmpty() || (area.isEmpty() && isInsideNssa(boundary.get()))) {
      return;
    }
    Ipv4Prefix prefix = Ipv4Prefix.of(stored.key().linkStateId(), external.prefixLength());
    if (internal.networks().find(prefix).isEmpty()) {
      inside(external, boundary.get()).ifPresent(way -> offer(prefix, stored, external, way));
    }
  }

  /** A type 7 default is not for border routers that write their own (RFC 3101, 2.5, step 3). */
  private boolean isForeignDefault(
      StoredLsa stored, ExternalLsa external, Optional<AreaView> area) {
    return area.isPresent()
        && view.areaBorder()
        && external.prefixLength() == 0
        && ((stored.lsa().options() & Options.NP) == 0 || !area.get().settings().summaries());
  }

  /** A type 5 LSA of a router that is reached through an area without such LSAs does not count. */
  private boolean isInsideNssa(RouterRoute boundary) {
    return view.area(boundary.area())
        .filter(area -> !area.settings().externalRouting())
        .isPresent();
  }

  private Optional<Inside> inside(ExternalLsa external, RouterRoute boundary) {
    if (!external.hasForwardingAddress()) {
      return Optional.of(Inside.of(boundary));
    }
    Ipv4Address address = external.forwardingAddress();
    if (ownAddresses.contains(address)) {
      return Optional.empty();
    }
    return internal
        .networks()
        .longest(address)
        .filter(route -> !route.isDiscard())
        .map(route -> Inside.of(route, address));
  }

  /** Steps 4 to 6: the preferred paths remain. */
  private void offer(Ipv4Prefix prefix, StoredLsa stored, ExternalLsa external, Inside way) {
    OspfRoute found =
        new OspfRoute(
            prefix,
            external.type2() ? PathType.EXTERNAL_2 : PathType.EXTERNAL_1,
            way.area(),
            external.type2() ? way.cost() : way.cost() + external.metric(),
            external.type2() ? external.metric() : 0,
            external.tag(),
            stored.key().linkStateId(),
            way.hops());
    Optional<OspfRoute> known = table.find(prefix);
    int order = known.map(route -> compare(found, way, route)).orElse(-1);
    if (order < 0) {
      table.put(found);
      preferences.put(prefix, way.preference());
    } else if (order == 0) {
      table.put(known.get().with(way.hops()));
    }
  }

  /** Step 6: negative where the new path is preferred. */
  private int compare(OspfRoute found, Inside way, OspfRoute known) {
    if (found.type() != known.type()) {
      return found.type().compareTo(known.type());
    }
    if (found.type2Cost() != known.type2Cost()) {
      return Integer.compare(found.type2Cost(), known.type2Cost());
    }
    int preference = Integer.compare(way.preference(), preferences.get(found.prefix()));
    return !view.rfc1583() && preference != 0
        ? preference
        : Integer.compare(found.cost(), known.cost());
  }
}
