package vdcsim.network.ospf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.LsaKey;
import vdcsim.network.ospf.lsa.LsaType;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.packet.DatabaseDescription;
import vdcsim.network.ospf.packet.Hello;
import vdcsim.network.ospf.packet.LinkStateAcknowledgment;
import vdcsim.network.ospf.packet.LinkStateRequest;
import vdcsim.network.ospf.packet.LinkStateUpdate;
import vdcsim.network.ospf.packet.OspfPacket;
import vdcsim.network.ospf.spf.RouterView;
import vdcsim.network.ospf.spf.VirtualLinkEnd;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;

/** OSPF on a router (RFC 2328): its areas, its interfaces, and who does what when. */
public final class Ospf {
  private final Stack stack;
  private final RouterId routerId;
  private final OspfLog log;
  private final Map<AreaId, Area> areas = new TreeMap<>();
  private final Scope system = new Scope();
  private final Map<String, OspfInterface> interfaces = new LinkedHashMap<>();
  private final List<VirtualLink> virtualLinks = new ArrayList<>();
  private final Flooding flooding = new Flooding(this);
  private final Ageing ageing;
  private final OwnLsas own;
  private final Calculation calculation;
  private final Externals externals;
  private boolean areaBorder;

  /** The end of a virtual link. */
  private record VirtualLink(
      Area transit, RouterId peer, OspfInterface over, Attachment.Virtual attachment) {}

  Ospf(Stack stack, RouterId routerId, OspfSpec spec) {
    this.stack = stack;
    this.routerId = routerId;
    this.log = new OspfLog(stack.simulation().metrics(), stack.name());
    this.ageing = new Ageing(this);
    this.own = new OwnLsas(this, spec.lsaInterval().toNanos());
    this.calculation = new Calculation(this, spec.spfDelayOrUsual());
    this.externals = new Externals(this, spec);
    log.atEnd(
        () -> tables().routes().size(),
        () -> scopes().stream().mapToInt(scope -> scope.database().size()).sum());
    stack.handle(OspfPacket.PROTOCOL, this::receive);
    stack.onInterfaceChange(this::carrierChanged);
  }

  /** Gives the router of this name OSPF. */
  public static Wiring make(String name, OspfSpec spec, World world) {
    return OspfMaker.make(name, spec, world);
  }

  Area area(AreaId id, OspfSpec spec) {
    return areas.computeIfAbsent(id, i -> new Area(i, spec.area(i)));
  }

  void add(OspfInterface added) {
    interfaces.put(added.name(), added);
    added.area().interfaces().add(added);
    if (added.area().type().takesExternals() && !added.isVirtual()) {
      system.interfaces().add(added);
    }
  }

  void addVirtualLink(
      Area transit, RouterId peer, OspfInterface over, Attachment.Virtual attachment) {
    virtualLinks.add(new VirtualLink(transit, peer, over, attachment));
    add(over);
  }

  /** Begins. */
  void start() {
    for (Area area : areas.values()) {
      own.routerLsaChanged(area);
    }
    stack.interfaces().forEach(this::carrierChanged);
    updateBorder();
    externals.start(stack.routes());
  }

  Simulation simulation() {
    return stack.simulation();
  }

  Stack stack() {
    return stack;
  }

  /** By which number others know it. */
  public RouterId routerId() {
    return routerId;
  }

  OspfLog log() {
    return log;
  }

  Flooding flooding() {
    return flooding;
  }

  Ageing ageing() {
    return ageing;
  }

  OwnLsas own() {
    return own;
  }

  Calculation calculation() {
    return calculation;
  }

  Externals externals() {
    return externals;
  }

  Collection<Area> areas() {
    return Collections.unmodifiableCollection(areas.values());
  }

  Collection<OspfInterface> interfaces() {
    return Collections.unmodifiableCollection(interfaces.values());
  }

  /** The LSAs of the whole autonomous system. */
  Scope system() {
    return system;
  }

  /** All databases with their interfaces. */
  List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>();
    areas.values().forEach(area -> scopes.add(area.scope()));
    scopes.add(system);
    return scopes;
  }

  /** How far an LSA goes that came over an area. */
  Scope scope(Area area, LsaKey key) {
    return key.type().isAsWide() ? system : area.scope();
  }

  boolean ownsAddress(Ipv4Address address) {
    return stack.owns(address);
  }

  /** What it shows. */
  public OspfTables tables() {
    return new OspfTables(this);
  }

  /**
   * The interface of this name.
   *
   * @throws Refusal with near names, if OSPF is not spoken on it
   */
  OspfInterface require(String key, String name) {
    OspfInterface found = interfaces.get(name);
    if (found == null) {
      throw new Refusal(
          key,
          "router '%s' speaks no OSPF on '%s'%s"
              .formatted(stack.name(), name, NearNames.hint(name, interfaces.keySet())));
    }
    return found;
  }

  void changeCost(OspfInterface over, int cost) {
    if (over.changeCost(cost)) {
      own.routerLsaChanged(over.area());
    }
  }

  private void carrierChanged(Interface card) {
    OspfInterface over = interfaces.get(card.name());
    if (over != null) {
      if (card.isUp()) {
        over.interfaceUp();
      } else {
        over.interfaceDown();
      }
    }
  }

  /** An interface is in another state. */
  void interfaceChanged(OspfInterface over, boolean cameOrWent) {
    own.routerLsaChanged(over.area());
    if (over.isBroadcast()) {
      own.networkLsaChanged(over);
    }
    if (cameOrWent) {
      updateBorder();
      if (externals.isConfigured()) {
        externals.changed();
      }
    }
  }

  /** A neighbour has become fully adjacent, or is no longer. */
  void adjacencyChanged(OspfInterface over) {
    own.routerLsaChanged(over.area());
    if (over.state() == InterfaceState.DR) {
      own.networkLsaChanged(over);
    }
    for (VirtualLink link : virtualLinks) {
      if (link.over() == over) {
        own.routerLsaChanged(link.transit());
      }
    }
    if (over.area().id().isBackbone() && areaBorder) {
      calculation.request();
    }
  }

  /** A database has changed. */
  void databaseChanged(LsaType type) {
    calculation.changed(type);
  }

  private void updateBorder() {
    Area backbone = areas.get(AreaId.BACKBONE);
    boolean border = RouterView.isAreaBorder(areas.size(), backbone != null && backbone.isActive());
    if (border != areaBorder) {
      areaBorder = border;
      areas.values().forEach(own::routerLsaChanged);
      externals.changed();
      calculation.request();
    }
  }

  boolean isAreaBorder() {
    return areaBorder;
  }

  /** Whether it brings in routes from outside, or translates some (RFC 3101, 3.1). */
  boolean isBoundary() {
    boolean nssa = areas.values().stream().anyMatch(area -> area.type().isNssa());
    return externals.isConfigured() || (areaBorder && nssa);
  }

  boolean isBackboneConnected() {
    Area backbone = areas.get(AreaId.BACKBONE);
    return backbone != null
        && backbone.interfaces().stream().anyMatch(OspfInterface::hasFullNeighbour);
  }

  /** Whether a virtual link through an area is fully adjacent. */
  boolean hasFullVirtualLink(Area area) {
    return virtualLinks.stream()
        .anyMatch(link -> link.transit() == area && link.over().hasFullNeighbour());
  }

  /** Virtual links come up where their far end is reached, and go down where not (15). */
  void leadVirtualLinks(List<VirtualLinkEnd> ends) {
    for (VirtualLink link : virtualLinks) {
      Optional<VirtualLinkEnd> end =
          ends.stream()
              .filter(e -> e.transitArea().equals(link.transit().id()))
              .filter(e -> e.peer().equals(link.peer()))
              .findFirst();
      link.attachment().lead(end.map(e -> new Attachment.Virtual.Ways(e.own(), e.peerAddress())));
      if (end.isPresent()) {
        changeCost(link.over(), end.get().cost());
        link.over().interfaceUp();
      } else {
        link.over().interfaceDown();
      }
    }
  }

  /** Takes a packet (8.2). */
  private void receive(Interface arrived, Ipv4Packet packet) {
    OspfPacket content = (OspfPacket) packet.content();
    log.received();
    OspfInterface card = interfaces.get(arrived.name());
    if (content.router().equals(routerId)) {
      log.refused(DropReason.OWN_ROUTER_ID);
    } else if (card == null || !card.isUp() || card.settings().passive()) {
      log.refused(DropReason.NO_INTERFACE);
    } else if (content.area().equals(card.area().id())) {
      checkAddresses(card, packet)
          .ifPresentOrElse(log::refused, () -> dispatch(card, packet.source(), content));
    } else {
      virtual(card, content)
          .ifPresentOrElse(
              over -> dispatch(over, packet.source(), content),
              () -> log.refused(DropReason.OTHER_AREA));
    }
  }

  private static Optional<DropReason> checkAddresses(OspfInterface card, Ipv4Packet packet) {
    if (card.isBroadcast() && !card.address().contains(packet.source())) {
      return Optional.of(DropReason.OTHER_NETWORK);
    }
    boolean designated = card.state() == InterfaceState.DR || card.state() == InterfaceState.BACKUP;
    return packet.destination().equals(OspfPacket.ALL_D_ROUTERS) && !designated
        ? Optional.of(DropReason.NOT_DESIGNATED)
        : Optional.empty();
  }

  private Optional<OspfInterface> virtual(OspfInterface card, OspfPacket content) {
    return virtualLinks.stream()
        .filter(link -> content.area().isBackbone() && link.over().isUp())
        .filter(link -> link.transit() == card.area() && link.peer().equals(content.router()))
        .map(VirtualLink::over)
        .findFirst();
  }

  private void dispatch(OspfInterface over, Ipv4Address source, OspfPacket content) {
    if (content.message() instanceof Hello hello) {
      over.receive(source, content.router(), hello);
      return;
    }
    Optional<Neighbour> from = over.find(source, content.router());
    if (from.isEmpty()) {
      log.refused(DropReason.NEIGHBOUR_STATE);
    } else if (content.message() instanceof DatabaseDescription description) {
      from.get().exchange().receive(description);
    } else if (content.message() instanceof LinkStateRequest request) {
      flooding.receive(from.get(), request);
    } else if (content.message() instanceof LinkStateUpdate update) {
      flooding.receive(from.get(), update);
    } else if (content.message() instanceof LinkStateAcknowledgment acknowledgment) {
      flooding.receive(from.get(), acknowledgment);
    }
  }
}
