package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.List;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.RouterLink;
import vdcsim.network.ospf.lsa.RouterLsa;

/** What a router says of itself in an area (RFC 2328, 12.4.1). */
final class RouterLsaWriter {
  private RouterLsaWriter() {}

  static RouterLsa write(Ospf ospf, Area area) {
    List<RouterLink> links = new ArrayList<>();
    for (OspfInterface over : area.interfaces()) {
      switch (over.state()) {
        case DOWN, LOOPBACK -> {}
        case POINT_TO_POINT -> addPointToPoint(over, links);
        case WAITING, DR_OTHER, BACKUP, DR -> links.add(broadcast(over));
      }
    }
    for (Ipv4Interface loopback : area.loopbacks()) {
      links.add(RouterLink.stub(Ipv4Prefix.of(loopback.address(), 32), 0));
    }
    return new RouterLsa(roles(ospf, area), links);
  }

  private static RouterLsa.Roles roles(Ospf ospf, Area area) {
    boolean boundary = ospf.isBoundary() && !area.type().isStub();
    return new RouterLsa.Roles(
        ospf.hasFullVirtualLink(area), boundary, ospf.isAreaBorder(), /* nssaTranslator= */ false);
  }

  /** 12.4.1.1, with the network as a stub beside the line (option 2). */
  private static void addPointToPoint(OspfInterface over, List<RouterLink> links) {
    for (Neighbour neighbour : over.neighbours()) {
      if (neighbour.state() == NeighbourState.FULL) {
        links.add(
            over.isVirtual()
                ? RouterLink.virtual(neighbour.router(), over.ownAddress(), over.cost())
                : RouterLink.pointToPoint(neighbour.router(), over.ownAddress(), over.cost()));
      }
    }
    if (!over.isVirtual()) {
      links.add(RouterLink.stub(over.address().network(), over.cost()));
    }
  }

  /** 12.4.1.2: a transit network, once it has a designated router that is fully adjacent. */
  private static RouterLink broadcast(OspfInterface over) {
    boolean transit =
        over.state() == InterfaceState.DR
            ? over.hasFullNeighbour()
            : over.neighbours().stream()
                .anyMatch(n -> n.isDesignated() && n.state() == NeighbourState.FULL);
    return transit && over.state() != InterfaceState.WAITING
        ? RouterLink.transit(over.designated(), over.ownAddress(), over.cost())
        : RouterLink.stub(over.address().network(), over.cost());
  }

  /** The routers that are fully adjacent to the designated router, itself included. */
  static List<RouterId> attached(Ospf ospf, OspfInterface over) {
    List<RouterId> attached = new ArrayList<>();
    attached.add(ospf.routerId());
    over.neighbours().stream()
        .filter(n -> n.state() == NeighbourState.FULL)
        .map(Neighbour::router)
        .sorted()
        .forEach(attached::add);
    return attached;
  }
}
