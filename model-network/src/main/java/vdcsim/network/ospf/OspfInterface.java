package vdcsim.network.ospf;

import static vdcsim.network.ospf.InterfaceState.BACKUP;
import static vdcsim.network.ospf.InterfaceState.DOWN;
import static vdcsim.network.ospf.InterfaceState.DR;
import static vdcsim.network.ospf.InterfaceState.DR_OTHER;
import static vdcsim.network.ospf.InterfaceState.POINT_TO_POINT;
import static vdcsim.network.ospf.InterfaceState.WAITING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.Timer;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ospf.lsa.RouterId;
import vdcsim.network.ospf.packet.Hello;
import vdcsim.network.ospf.packet.OspfMessage;
import vdcsim.network.ospf.packet.OspfPacket;

/**
 * An interface on which a router speaks OSPF (RFC 2328, 9): its state machine, its hellos, and its
 * neighbours.
 */
final class OspfInterface {
  /** FRRouting sends the first hello a millisecond after the interface has come up. */
  private static final long FIRST_HELLO_NS = 1_000_000L;

  private final Ospf ospf;
  private final Area area;
  private final String name;
  private final InterfaceSettings settings;
  private final Attachment attachment;
  private final Timer hello;
  private final Timer wait;
  private final Outbox outbox;

  /** By address on a broadcast network, else by router (RFC 2328, 10). */
  private final Map<Ipv4Address, Neighbour> neighbours = new TreeMap<>();

  // Made anew when a neighbour comes or goes, so that flooding walks a plain list of its own.
  private List<Neighbour> inOrder = List.of();

  private int cost;
  private InterfaceState state = DOWN;
  private Election elected = Election.NONE;

  OspfInterface(
      Ospf ospf,
      Area area,
      String name,
      InterfaceSettings settings,
      int cost,
      Attachment attachment) {
    this.ospf = ospf;
    this.area = area;
    this.name = name;
    this.settings = settings;
    this.cost = cost;
    this.attachment = attachment;
    this.hello = new Timer(ospf.simulation(), this::sayHello);
    this.wait = new Timer(ospf.simulation(), this::waitTimer);
    this.outbox = new Outbox(ospf, this);
  }

  Area area() {
    return area;
  }

  String name() {
    return name;
  }

  InterfaceSettings settings() {
    return settings;
  }

  Attachment attachment() {
    return attachment;
  }

  InterfaceState state() {
    return state;
  }

  boolean isUp() {
    return state != DOWN;
  }

  boolean isVirtual() {
    return settings.kind() == InterfaceSettings.Kind.VIRTUAL;
  }

  boolean isBroadcast() {
    return settings.kind() == InterfaceSettings.Kind.BROADCAST;
  }

  Ipv4Interface address() {
    return attachment.address();
  }

  Ipv4Address ownAddress() {
    return attachment.address().address();
  }

  int cost() {
    return cost;
  }

  Ipv4Address designated() {
    return elected.designated();
  }

  Ipv4Address backup() {
    return elected.backup();
  }

  /** Its neighbours, in the order of their keys, as they are now; later changes do not show. */
  List<Neighbour> neighbours() {
    return inOrder;
  }

  /** What is to be sent over it. */
  Outbox outbox() {
    return outbox;
  }

  /** Whether a neighbour is fully adjacent. */
  boolean hasFullNeighbour() {
    return inOrder.stream().anyMatch(n -> n.state() == NeighbourState.FULL);
  }

  /** The neighbour with this address, if there is one. */
  Optional<Neighbour> neighbourAt(Ipv4Address address) {
    return inOrder.stream().filter(n -> n.address().equals(address)).findFirst();
  }

  /** Sending over it costs this from now on; returns whether that is new. */
  boolean changeCost(int newCost) {
    boolean changed = cost != newCost;
    cost = newCost;
    return changed;
  }

  void send(Ipv4Address destination, OspfMessage message) {
    OspfPacket packet = new OspfPacket(ospf.routerId(), area.id(), message);
    ospf.log().sent(packet);
    attachment.send(destination, packet);
  }

  /** The event InterfaceUp (9.3). */
  void interfaceUp() {
    if (state != DOWN) {
      return;
    }
    if (!settings.passive()) {
      hello.start(FIRST_HELLO_NS);
    }
    if (!isBroadcast()) {
      enter(POINT_TO_POINT);
    } else if (settings.priority() == 0) {
      enter(DR_OTHER);
    } else {
      wait.start(settings.deadNs());
      enter(WAITING);
    }
  }

  /** The event InterfaceDown (9.3): nothing that was known over it holds any more. */
  void interfaceDown() {
    if (state == DOWN) {
      return;
    }
    hello.stop();
    wait.stop();
    outbox.clear();
    for (Neighbour neighbour : inOrder) {
      neighbour.kill();
    }
    neighbours.clear();
    inOrder = List.of();
    elected = Election.NONE;
    enter(DOWN);
  }

  private void waitTimer() {
    if (state == WAITING) {
      elect();
    }
  }

  private void backupSeen() {
    if (state == WAITING) {
      wait.stop();
      elect();
    }
  }

  /** The event NeighborChange (9.2). */
  void neighbourChange() {
    if (state.isElected()) {
      elect();
    }
  }

  private void elect() {
    Election before = elected;
    elected = Election.of(ownAddress(), candidates());
    enter(elected.role(ownAddress()));
    if (!elected.equals(before)) {
      inOrder.forEach(Neighbour::adjacencyOk);
      ospf.own().routerLsaChanged(area);
    }
  }

  private List<Election.Candidate> candidates() {
    List<Election.Candidate> candidates = new ArrayList<>();
    if (settings.priority() > 0) {
      candidates.add(
          new Election.Candidate(
              ospf.routerId(),
              ownAddress(),
              settings.priority(),
              elected.designated(),
              elected.backup()));
    }
    for (Neighbour neighbour : inOrder) {
      if (neighbour.priority() > 0 && neighbour.state().atLeast(NeighbourState.TWO_WAY)) {
        candidates.add(neighbour.candidate());
      }
    }
    return candidates;
  }

  private void enter(InterfaceState next) {
    InterfaceState before = state;
    state = next;
    if (before != next) {
      ospf.interfaceChanged(this, before == DOWN || next == DOWN);
    }
  }

  /** Sends a Hello (9.5), and sets the timer for the next. */
  private void sayHello() {
    List<RouterId> heard =
        inOrder.stream()
            .filter(n -> n.state().atLeast(NeighbourState.INIT))
            .map(Neighbour::router)
            .toList();
    send(
        OspfPacket.ALL_SPF_ROUTERS,
        new Hello(
            isVirtual() ? 0 : address().length(),
            settings.helloS(),
            area.options(),
            settings.priority(),
            settings.deadS(),
            designated(),
            backup(),
            heard));
    hello.start(settings.helloNs());
  }

  /** Takes a Hello (10.5). */
  void receive(Ipv4Address source, RouterId router, Hello received) {
    Optional<DropReason> mismatch = mismatch(received);
    if (mismatch.isPresent()) {
      ospf.log().refused(mismatch.get());
      return;
    }
    forgetPredecessor(source, router);
    Neighbour neighbour = neighbour(source, router);
    boolean wasTwoWay = neighbour.state().atLeast(NeighbourState.TWO_WAY);
    Neighbour.Claims before = neighbour.claims();
    neighbour.helloReceived(source, received);
    if (received.neighbours().contains(ospf.routerId())) {
      neighbour.twoWayReceived();
      electIfNeeded(neighbour, wasTwoWay, before);
    } else {
      neighbour.oneWayReceived();
    }
  }

  private Neighbour neighbour(Ipv4Address source, RouterId router) {
    Ipv4Address key = key(source, router);
    Neighbour known = neighbours.get(key);
    if (known != null) {
      return known;
    }
    Neighbour met = new Neighbour(ospf, this, key, router, source);
    neighbours.put(key, met);
    inOrder = List.copyOf(neighbours.values());
    return met;
  }

  /** Behind an address there may be another router now. */
  private void forgetPredecessor(Ipv4Address source, RouterId router) {
    Neighbour known = neighbours.get(key(source, router));
    if (known != null && !known.router().equals(router)) {
      known.kill();
      remove(known);
    }
  }

  private Ipv4Address key(Ipv4Address source, RouterId router) {
    return isBroadcast() ? source : router.address();
  }

  /** The neighbour that has sent a packet, if it is known. */
  Optional<Neighbour> find(Ipv4Address source, RouterId router) {
    return Optional.ofNullable(neighbours.get(key(source, router)))
        .filter(neighbour -> neighbour.router().equals(router));
  }

  private Optional<DropReason> mismatch(Hello received) {
    if (isBroadcast() && received.prefixLength() != address().length()) {
      return Optional.of(DropReason.MASK);
    } else if (received.helloSeconds() != settings.helloS()) {
      return Optional.of(DropReason.HELLO_INTERVAL);
    } else if (received.deadSeconds() != settings.deadS()) {
      return Optional.of(DropReason.DEAD_INTERVAL);
    }
    return received.options() == area.options()
        ? Optional.empty()
        : Optional.of(DropReason.AREA_TYPE);
  }

  /** 10.5: what a neighbour says of itself may make an election necessary. */
  private void electIfNeeded(Neighbour neighbour, boolean wasTwoWay, Neighbour.Claims before) {
    if (!isBroadcast()) {
      return;
    }
    Neighbour.Claims now = neighbour.claims();
    boolean alone = now.designated() && neighbour.backup().equals(Election.NOBODY);
    if (state == WAITING && (alone || now.backup())) {
      backupSeen();
    } else if (!wasTwoWay || !now.equals(before)) {
      neighbourChange();
    }
  }

  /** A neighbour is gone. */
  void remove(Neighbour gone) {
    neighbours.remove(gone.key());
    inOrder = List.copyOf(neighbours.values());
  }

  /** Where an update or an acknowledgment for all goes (8.1, 13.3, 13.5). */
  Ipv4Address floodingAddress() {
    return !isBroadcast() || state == DR || state == BACKUP
        ? OspfPacket.ALL_SPF_ROUTERS
        : OspfPacket.ALL_D_ROUTERS;
  }
}
