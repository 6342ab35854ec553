package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vdcsim.kernel.Clock;
import vdcsim.kernel.Simulation;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.icmp.IcmpMessage;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.routing.NextHop;
import vdcsim.network.routing.Route;
import vdcsim.network.routing.RouteSource;
import vdcsim.network.routing.RoutingTable;

/**
 * The network stack of a machine: it sends packets the way that its routing table says, gives what
 * arrives to the protocols above, and, if it forwards, passes on what is for others (RFC 1122, RFC
 * 1812).
 *
 * <p>Metrics, below the machine's name: {@code packets-sent}, {@code packets-received}, {@code
 * packets-forwarded}, {@code packets-expired} whose time to live ran out, {@code packets-not-mine}
 * that were for another machine, {@code packets-unreachable} that had no route or whose next hop
 * did not answer, {@code packets-too-long} that must not be cut, {@code packets-discarded} by a
 * blackhole, {@code packets-martian} that came in from an address of this machine's own, or for its
 * loopback.
 */
public final class Stack {
  private final Simulation simulation;
  private final Clock clock;
  private final String name;
  private boolean forwarding;
  private final List<Function<Ipv4Packet, Optional<Ipv4Address>>> translations = new ArrayList<>();
  private boolean transparent;
  private final Map<String, Interface> interfaces = new TreeMap<>();
  private final List<Interface> inOrder = new ArrayList<>();
  private final OwnAddresses own = new OwnAddresses();
  private final Hooks hooks = new Hooks();
  private final RoutingTable routes = new RoutingTable();
  private final Protocols protocols = new Protocols();
  private final List<InterfaceListener> listeners = new ArrayList<>();
  private final Icmp icmp;
  private final PacketPath path;
  private final PacketCounters counters;
  private int identification;

  /** A machine without interfaces. */
  Stack(Simulation simulation, String name, boolean forwarding) {
    this.simulation = simulation;
    this.clock = new Clock(simulation);
    this.name = name;
    this.forwarding = forwarding;
    this.counters = new PacketCounters(simulation, name);
    this.icmp = new Icmp(this);
    this.path = new PacketPath(this, hooks, protocols, counters);
    protocols.put(IcmpMessage.PROTOCOL, icmp);
  }

  void add(Interface added) {
    interfaces.put(added.name(), added);
    inOrder.add(added);
    takeAddress(added);
    routes.interfaceChanged(added.name(), added.isUp());
  }

  private void takeAddress(Interface card) {
    if (card.hasAddress()) {
      own.addCard(card.address().address());
      routes.offer(connected(card.address().network(), card.name()));
    }
  }

  private static Route connected(Ipv4Prefix network, String over) {
    return Route.of(network, RouteSource.CONNECTED, 0, List.of(NextHop.connected(over)));
  }

  /** A card has another address; what it leads to follows. Other cards keep theirs. */
  void addressChanged(Interface changed, Ipv4Interface before) {
    if (!before.equals(Ipv4Interface.NONE)) {
      own.removeCard(before.address());
      routes.withdraw(connected(before.network(), changed.name()));
    }
    inOrder.stream()
        .filter(card -> card == changed || card.address().network().equals(before.network()))
        .forEach(this::takeAddress);
  }

  void carrierChanged(Interface changed) {
    routes.interfaceChanged(changed.name(), changed.isUp());
    listeners.forEach(listener -> listener.changed(changed));
  }

  /** Gives the machine an address that belongs to none of its cards. */
  void addLoopback(Ipv4Interface address) {
    own.addLoopback(address.address());
    routes.interfaceChanged(LOOPBACK, true);
    routes.offer(connected(address.network(), LOOPBACK));
  }

  /** The name of the interface that leads to the machine itself. */
  public static final String LOOPBACK = "lo";

  /** The machine's name. */
  public String name() {
    return name;
  }

  /** Whether it passes on packets that are for others. */
  public boolean isForwarding() {
    return forwarding;
  }

  /** From now on it passes on what is for others, or no longer (Linux, net.ipv4.ip_forward). */
  public void switchForwarding(boolean on) {
    forwarding = on;
  }

  /**
   * From now on it takes packets for whatever address as packets for itself, so that who listens
   * speaks for all of them (Linux, {@code ip route add local 0.0.0.0/0} with IP_TRANSPARENT).
   */
  public void takeEverything() {
    transparent = true;
  }

  boolean isTransparent() {
    return transparent;
  }

  /** Asks {@code where} from now on where packets are for whose address gets translated. */
  public void onTranslation(Function<Ipv4Packet, Optional<Ipv4Address>> where) {
    translations.add(where);
  }

  /** Whether a packet that came over a card will be passed on. */
  boolean passesOn(Interface arrived, Ipv4Packet packet) {
    if (!forwarding || transparent || packet.destination().isMulticast()) {
      return false;
    }
    for (Function<Ipv4Packet, Optional<Ipv4Address>> translation : translations) {
      Optional<Ipv4Address> to = translation.apply(packet);
      if (to.isPresent()) {
        return !owns(to.get());
      }
    }
    return !arrived.isFor(packet.destination()) && !owns(packet.destination());
  }

  /** Whether hooks look at packets. */
  boolean isHooked() {
    return !hooks.areUnused();
  }

  /** Whether it is about to send a packet that is not its own. */
  boolean isPassingOn() {
    return path.isPassingOn();
  }

  /**
   * Shows packets to {@code hook} at a point of their way, from now on. Hooks of one point are
   * asked in the order of their priorities, the least first.
   */
  public void hook(HookPoint point, int priority, Hook hook) {
    hooks.add(point, priority, hook);
  }

  /** Its interfaces, in the order of the scenario. */
  public List<Interface> interfaces() {
    return Collections.unmodifiableList(inOrder);
  }

  /** Its addresses that belong to no card. */
  public Set<Ipv4Address> loopbacks() {
    return own.loopbacks();
  }

  /** The interface of this name, if there is one. */
  public Optional<Interface> find(String interfaceName) {
    return Optional.ofNullable(interfaces.get(interfaceName));
  }

  /** Its routes. */
  public RoutingTable routes() {
    return routes;
  }

  /** How hosts ask whether it is there, and how it hears of errors. */
  public Icmp icmp() {
    return icmp;
  }

  /** The address of its first card that has one; 0.0.0.0 while none has. */
  public Ipv4Address address() {
    for (Interface card : inOrder) {
      if (card.hasAddress()) {
        return card.address().address();
      }
    }
    return Ipv4Address.UNSPECIFIED;
  }

  /** The machine's clock, by which its timers go. */
  public Clock clock() {
    return clock;
  }

  /** The simulation that the machine lives in. */
  public Simulation simulation() {
    return simulation;
  }

  /**
   * The handler of a protocol; it is made when it is the first time asked for.
   *
   * @throws IllegalStateException if another kind of handler has the protocol
   */
  public <T extends PacketHandler> T protocol(
      int protocol, Class<T> type, Function<Stack, T> make) {
    return protocols.get(protocol, type, () -> make.apply(this));
  }

  /** Gives packets of a protocol to {@code handler}, from now on. */
  public void handle(int protocol, PacketHandler handler) {
    protocols.put(protocol, handler);
  }

  /** Tells {@code listener} of every interface that comes up or goes down, from now on. */
  public void onInterfaceChange(InterfaceListener listener) {
    listeners.add(listener);
  }

  /** Whether an address is one of the machine's own. */
  public boolean owns(Ipv4Address address) {
    return own.contains(address);
  }

  /** Sends {@code content} from the address of the card over which it leaves. */
  public void send(Ipv4Address destination, Ipv4Content content) {
    Optional<Ipv4Address> source = source(destination);
    if (source.isPresent()) {
      send(source.get(), destination, Ipv4Packet.DEFAULT_TIME_TO_LIVE, content);
    } else {
      counters.unreachable.increment();
    }
  }

  /** The address from which a packet to {@code destination} is sent, if there is a way. */
  public Optional<Ipv4Address> source(Ipv4Address destination) {
    if (owns(destination)) {
      return Optional.of(destination);
    } else if (destination.equals(Ipv4Address.BROADCAST)) {
      return Optional.of(address());
    } else if (destination.equals(Ipv4Address.UNSPECIFIED)) {
      return Optional.empty();
    }
    Optional<Interface> over = over(destination);
    return over.isPresent() && over.get().hasAddress()
        ? Optional.of(over.get().address().address())
        : Optional.empty();
  }

  /** The card to which the first of the ways to an address leads, if there is one. */
  private Optional<Interface> over(Ipv4Address destination) {
    List<NextHop> ways = routes.ways(destination);
    return ways.isEmpty() ? Optional.empty() : find(ways.get(0).interfaceName().orElseThrow());
  }

  /** The MTU of the card over which a packet would leave; of the first one without a way. */
  public int mtu(Ipv4Address destination) {
    return over(destination).orElse(inOrder.get(0)).mtu();
  }

  /** Sends {@code content} from an address of this machine's. */
  public void send(
      Ipv4Address source, Ipv4Address destination, int timeToLive, Ipv4Content content) {
    send(source, destination, timeToLive, Ipv4Packet.Fragment.NONE, content);
  }

  /** Sends {@code content} from an address of this machine's, and says whether it may be cut. */
  public void send(
      Ipv4Address source,
      Ipv4Address destination,
      int timeToLive,
      Ipv4Packet.Fragment fragment,
      Ipv4Content content) {
    path.depart(
        new Ipv4Packet(source, destination, nextIdentification(), timeToLive, fragment, content),
        hooks.begin());
  }

  /** Sends an error of ICMP about a packet that is on its way still, or was once. */
  void sendError(Ipv4Address source, IcmpError error, Passage about) {
    Ipv4Address destination = error.original().source();
    path.depart(
        new Ipv4Packet(
            source, destination, nextIdentification(), Ipv4Packet.DEFAULT_TIME_TO_LIVE, error),
        hooks.beginError(about));
  }

  /**
   * Sends {@code content} over a card, without asking the routing table: to a group, to all, or to
   * a neighbour. Routing protocols speak so.
   */
  public void sendOver(
      Interface card, Ipv4Address destination, int timeToLive, Ipv4Content content) {
    path.departOver(
        card,
        new Ipv4Packet(
            card.address().address(), destination, nextIdentification(), timeToLive, content));
  }

  private int nextIdentification() {
    identification = (identification + 1) & 0xFFFF;
    return identification;
  }

  void receive(Interface arrived, Ipv4Packet packet) {
    path.receive(arrived, packet);
  }

  void unreachable(Ipv4Packet packet) {
    path.unreachable(packet);
  }
}
