package vdcsim.network.ospf.spf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.Lsa;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.StoredLsa;
import vdcsim.network.ospf.lsa.SummaryLsa;

/**
 * The routes between areas (RFC 2328, 16.2), and shorter ways through transit areas (16.3). Which
 * summaries a border router looks at: those of the backbone; those of all areas where it has lost
 * the backbone (RFC 3509, 2.2).
 */
final class InterArea {
  private final RouterView view;
  private final RouteTable networks;
  private final RouterTable routers;
  private final Ranges ranges;

  InterArea(RouterView view, RouteTable networks, RouterTable routers, Ranges ranges) {
    this.view = view;
    this.networks = networks;
    this.routers = routers;
    this.ranges = ranges;
  }

  List<RouterRoute> routers() {
    return routers.all();
  }

  void calculate(Set<AreaId> transitAreas) {
    boolean backboneOnly = view.areaBorder() && view.backboneConnected();
    for (AreaView area : view.areas()) {
      if (!backboneOnly || area.id().isBackbone()) {
        examine(area);
      }
    }
    for (AreaView area : view.areas()) {
      if (backboneOnly && !area.id().isBackbone() && transitAreas.contains(area.id())) {
        examineTransit(area);
      }
    }
  }

  private boolean counts(StoredLsa stored) {
    SummaryLsa summary = (SummaryLsa) stored.lsa().body();
    return summary.metric() != Lsa.INFINITY
        && !stored.isMaxAge(view.nowNs())
        && !stored.key().advertisingRouter().equals(view.self());
  }

  /** The way to the border router that wrote a summary, through the summary's own area. */
  private Optional<RouterRoute> writer(StoredLsa stored, AreaId area) {
    return routers.through(stored.key().advertisingRouter(), area).filter(RouterRoute::border);
  }

  private static Ipv4Prefix network(StoredLsa stored) {
    SummaryLsa summary = (SummaryLsa) stored.lsa().body();
    return Ipv4Prefix.of(stored.key().linkStateId(), summary.prefixLength());
  }

  private static int metric(StoredLsa stored) {
    return ((SummaryLsa) stored.lsa().body()).metric();
  }

  private void examine(AreaView area) {
    for (StoredLsa stored : area.database().all(LsaType.NETWORK_SUMMARY)) {
      if (counts(stored) && !isOwnBusiness(area, network(stored))) {
        writer(stored, area.id()).ifPresent(writer -> addNetwork(area.id(), stored, writer));
      }
    }
    for (StoredLsa stored : area.database().all(LsaType.ASBR_SUMMARY)) {
      if (counts(stored)) {
        writer(stored, area.id()).ifPresent(writer -> addBoundary(area.id(), stored, writer));
      }
    }
  }

  /** Within an active range of this router, or a default of a stub area that it borders itself. */
  private boolean isOwnBusiness(AreaView area, Ipv4Prefix prefix) {
    boolean ownDefault =
        view.areaBorder() && !area.settings().externalRouting() && prefix.length() == 0;
    return ownDefault || ranges.isWithinActive(prefix);
  }

  private void addNetwork(AreaId area, StoredLsa stored, RouterRoute writer) {
    Ipv4Prefix prefix = network(stored);
    int cost = writer.cost() + metric(stored);
    Optional<OspfRoute> known = networks.find(prefix);
    if (known.isEmpty() || isBetter(known.get(), cost)) {
      networks.put(
          OspfRoute.internal(
              prefix, PathType.INTER_AREA, area, cost, stored.key().linkStateId(), writer.hops()));
    } else if (known.get().type() == PathType.INTER_AREA && known.get().cost() == cost) {
      networks.put(known.get().with(writer.hops()));
    }
  }

  private static boolean isBetter(OspfRoute known, int cost) {
    return known.type() == PathType.INTER_AREA && cost < known.cost();
  }

  private void addBoundary(AreaId area, StoredLsa stored, RouterRoute writer) {
    RouterId boundary = new RouterId(stored.key().linkStateId().bits());
    if (boundary.equals(view.self())) {
      return;
    }
    RouterRoute found =
        new RouterRoute(
            boundary,
            PathType.INTER_AREA,
            area,
            writer.cost() + metric(stored),
            false,
            true,
            writer.hops());
    Optional<RouterRoute> known = routers.through(boundary, area);
    if (known.isEmpty()) {
      routers.add(found);
    } else if (known.get().type() == PathType.INTER_AREA) {
      if (found.cost() < known.get().cost()) {
        routers.replace(known.get(), found);
      } else if (found.cost() == known.get().cost()) {
        routers.replace(known.get(), joined(known.get(), writer));
      }
    }
  }

  private static RouterRoute joined(RouterRoute known, RouterRoute writer) {
    return known.over(known.cost(), OspfRoute.merged(known.hops(), writer.hops()));
  }

  /** Only routes of the backbone become shorter; they stay the backbone's. */
  private void examineTransit(AreaView area) {
    for (StoredLsa stored : area.database().all(LsaType.NETWORK_SUMMARY)) {
      if (counts(stored)) {
        writer(stored, area.id()).ifPresent(writer -> shorten(stored, writer));
      }
    }
    for (StoredLsa stored : area.database().all(LsaType.ASBR_SUMMARY)) {
      if (counts(stored)) {
        writer(stored, area.id()).ifPresent(writer -> shortenBoundary(stored, writer));
      }
    }
  }

  private void shorten(StoredLsa stored, RouterRoute writer) {
    int cost = writer.cost() + metric(stored);
    Optional<OspfRoute> known =
        networks.find(network(stored)).filter(route -> route.area().isBackbone());
    if (known.isPresent() && cost < known.get().cost()) {
      networks.put(known.get().over(cost, writer.hops()));
    } else if (known.isPresent() && cost == known.get().cost()) {
      networks.put(known.get().with(writer.hops()));
    }
  }

  private void shortenBoundary(StoredLsa stored, RouterRoute writer) {
    int cost = writer.cost() + metric(stored);
    RouterId boundary = new RouterId(stored.key().linkStateId().bits());
    Optional<RouterRoute> known =
        routers.through(boundary, AreaId.BACKBONE).filter(RouterRoute::boundary);
    if (known.isPresent() && cost < known.get().cost()) {
      routers.replace(known.get(), known.get().over(cost, writer.hops()));
    } else if (known.isPresent() && cost == known.get().cost()) {
      routers.replace(known.get(), joined(known.get(), writer));
    }
  }
}
