package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.NetworkLsa;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.lsa.RouterLink;
import vdcsim.network.ospf.lsa.RouterLsa;

/**
 * The routes within the areas of a router (RFC 2328, 16.1). The backbone comes last: its virtual
 * links need the ways through the other areas.
 */
final class IntraArea {
  private final RouterView view;
  private final RouteTable networks = new RouteTable();
  private final RouterTable routers = new RouterTable();
  private final List<VirtualLinkEnd> virtualLinks = new ArrayList<>();
  private final Set<AreaId> transitAreas = new TreeSet<>();
  private final IntIndex ownAddresses;

  IntraArea(RouterView view) {
    this.view = view;
    ownAddresses =
        new IntIndex(view.areas().stream().mapToInt(area -> area.interfaces().size()).sum());
    for (AreaView area : view.areas()) {
      area.interfaces().forEach(own -> ownAddresses.putIfAbsent(own.address().address().bits(), 0));
    }
  }

  RouteTable networks() {
    return networks;
  }

  RouterTable routers() {
    return routers;
  }

  List<VirtualLinkEnd> virtualLinks() {
    return virtualLinks;
  }

  Set<AreaId> transitAreas() {
    return transitAreas;
  }

  void calculate() {
    for (AreaView area : view.areas()) {
      if (!area.id().isBackbone()) {
        calculate(area, Map.of());
      }
    }
    Map<RouterId, Hop> virtualHops = new TreeMap<>();
    virtualLinks.forEach(end -> virtualHops.putIfAbsent(end.peer(), end.hop()));
    view.area(AreaId.BACKBONE).ifPresent(backbone -> calculate(backbone, virtualHops));
  }

  private void calculate(AreaView area, Map<RouterId, Hop> virtualHops) {
    if (area.virtualNeighbour()) {
      transitAreas.add(area.id());
    }
    AreaGraph graph = AreaGraph.of(area.database(), view.nowNs());
    int root = graph.vertex(view.self());
    if (root == IntIndex.ABSENT) {
      return;
    }
    ShortestPaths tree = ShortestPaths.of(graph, root, area.interfaces(), virtualHops);
    for (int i = 0; i < tree.count(); i++) {
      int v = tree.vertex(i);
      if (graph.isRouter(v)) {
        addRouter(area, graph, tree, v, v == root);
      } else {
        addTransit(area, graph.network(v), graph.id(v), tree.distance(v), tree.hops(v));
      }
    }
    for (int i = 0; i < tree.count(); i++) {
      int v = tree.vertex(i);
      if (graph.isRouter(v)) {
        addStubs(area, graph, tree, v, v == root);
      }
    }
  }

  /** Step 4 for a router. */
  private void addRouter(
      AreaView area, AreaGraph graph, ShortestPaths tree, int v, boolean isRoot) {
    RouterLsa.Roles roles = graph.router(v).roles();
    if (roles.virtualEndpoint()) {
      transitAreas.add(area.id());
    }
    if (isRoot) {
      return;
    }
    RouterId router = new RouterId(graph.id(v).bits());
    if (area.virtualLinks().contains(router)) {
      virtualLink(area, router, tree, v).ifPresent(virtualLinks::add);
    }
    if (roles.areaBorder() || roles.asBoundary()) {
      routers.add(
          new RouterRoute(
              router,
              PathType.INTRA_AREA,
              area.id(),
              tree.distance(v),
              roles.areaBorder(),
              roles.asBoundary(),
              tree.hops(v)));
    }
  }

  private static Optional<VirtualLinkEnd> virtualLink(
      AreaView area, RouterId peer, ShortestPaths tree, int v) {
    Hop hop = tree.hops(v).get(0);
    Optional<Ipv4Address> own =
        area.interfaces().stream()
            .filter(out -> out.name().equals(hop.interfaceName()))
            .map(out -> out.address().address())
            .findFirst();
    Optional<Ipv4Address> far = tree.addressTowardsRoot(v);
    if (own.isEmpty() || far.isEmpty()) {
      return Optional.empty();
    }
    Hop virtual = new Hop(hop.interfaceName(), hop.gateway(), true);
    return Optional.of(
        new VirtualLinkEnd(area.id(), peer, tree.distance(v), own.get(), far.get(), virtual));
  }

  /** Step 4 for a transit network; of two LSAs for one network that with the larger ID stays. */
  private void addTransit(
      AreaView area, NetworkLsa network, Ipv4Address id, int distance, List<Hop> hops) {
    Ipv4Prefix prefix = Ipv4Prefix.of(id, network.prefixLength());
    Optional<OspfRoute> known = networks.find(prefix);
    if (known.isPresent()
        && (distance > known.get().cost() || known.get().origin().compareTo(id) > 0)) {
      return;
    }
    networks.put(OspfRoute.internal(prefix, PathType.INTRA_AREA, area.id(), distance, id, hops));
  }

  /** The second stage: the stub networks of a router. */
  private void addStubs(AreaView area, AreaGraph graph, ShortestPaths tree, int v, boolean isRoot) {
    List<Hop> hops = tree.hops(v);
    for (RouterLink link : graph.router(v).links()) {
      boolean stub = link.kind() == RouterLink.Kind.STUB;
      // A neighbour may announce this router's own address as a host route (12.4.1.1, option 1).
      if (stub && (isRoot || !isOwnHost(link))) {
        addStub(
            area,
            link,
            tree.distance(v) + link.metric(),
            graph.id(v),
            isRoot ? attached(area, link) : hops);
      }
    }
  }

  private boolean isOwnHost(RouterLink link) {
    return link.data().bits() == -1 && ownAddresses.at(link.id().bits()) != IntIndex.ABSENT;
  }

  private static List<Hop> attached(AreaView area, RouterLink link) {
    Ipv4Prefix network = link.stubNetwork();
    for (OwnInterface own : area.interfaces()) {
      boolean host = network.length() == 32 && own.address().address().equals(link.id());
      if (host || own.address().network().equals(network)) {
        return List.of(Hop.attached(own.name()));
      }
    }
    return List.of();
  }

  private void addStub(
      AreaView area, RouterLink link, int cost, Ipv4Address origin, List<Hop> hops) {
    if (hops.isEmpty()) {
      return;
    }
    int mask = link.data().bits();
    int known = networks.indexOf(link.id().bits() & mask, Integer.bitCount(mask));
    if (known == RouteTable.ABSENT) {
      networks.put(
          OspfRoute.internal(
              link.stubNetwork(), PathType.INTRA_AREA, area.id(), cost, origin, hops));
      return;
    }
    OspfRoute route = networks.at(known);
    if (cost == route.cost()) {
      networks.replace(known, route.with(hops));
    } else if (cost < route.cost()) {
      networks.replace(
          known,
          OspfRoute.internal(route.prefix(), PathType.INTRA_AREA, area.id(), cost, origin, hops));
    }
  }
}
