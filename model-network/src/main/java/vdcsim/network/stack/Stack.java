package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.icmp.IcmpMessage;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Packet;
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
 * blackhole.
 */
public final class Stack {
  private final Simulation simulation;
  private final String name;
  private boolean forwarding;
  private final Map<String, Interface> interfaces = new TreeMap<>();
  private final List<Interface> inOrder = new ArrayList<>();
  private final Set<Ipv4Address> loopbacks = new TreeSet<>();
  private final RoutingTable routes = new RoutingTable();
  private final Map<Integer, PacketHandler> protocols = new TreeMap<>();
  private final List<InterfaceListener> listeners = new ArrayList<>();
  private final Icmp icmp;
  private final Reassembly reassembly;
  private final Counter sent;
  private final Counter received;
  private final Counter forwarded;
  private final Counter expired;
  private final Counter notMine;
  private final Counter unreachable;
  private final Counter tooLong;
  private final Counter discarded;
  private int identification;

  /** A machine without interfaces. */
  Stack(Simulation simulation, String name, boolean forwarding) {
    this.simulation = simulation;
    this.name = name;
    this.forwarding = forwarding;
    this.sent = counter("packets-sent");
    this.received = counter("packets-received");
    this.forwarded = counter("packets-forwarded");
    this.expired = counter("packets-expired");
    this.notMine = counter("packets-not-mine");
    this.unreachable = counter("packets-unreachable");
    this.tooLong = counter("packets-too-long");
    this.discarded = counter("packets-discarded");
    this.icmp = new Icmp(this);
    this.reassembly =
        new Reassembly(simulation, p -> icmp.tell(IcmpError.Kind.REASSEMBLY_TIME_EXCEEDED, 0, p));
    protocols.put(IcmpMessage.PROTOCOL, icmp);
  }

  private Counter counter(String metric) {
    return simulation.metrics().counter(name + "." + metric, Unit.COUNT);
  }

  void add(Interface added) {
    interfaces.put(added.name(), added);
    inOrder.add(added);
    routes.offer(
        Route.of(
            added.address().network(),
            RouteSource.CONNECTED,
            0,
            List.of(NextHop.connected(added.name()))));
    routes.interfaceChanged(added.name(), added.isUp());
  }

  void carrierChanged(Interface changed) {
    routes.interfaceChanged(changed.name(), changed.isUp());
    listeners.forEach(listener -> listener.changed(changed));
  }

  /** Gives the machine an address that belongs to none of its cards. */
  void addLoopback(Ipv4Interface address) {
    loopbacks.add(address.address());
    routes.interfaceChanged(LOOPBACK, true);
    routes.offer(
        Route.of(
            address.network(), RouteSource.CONNECTED, 0, List.of(NextHop.connected(LOOPBACK))));
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

  /** Passes on packets that are for others from now on, or no longer. */
  public void forward(boolean on) {
    forwarding = on;
  }

  /** Its interfaces, in the order of the scenario. */
  public List<Interface> interfaces() {
    return Collections.unmodifiableList(inOrder);
  }

  /** Its addresses that belong to no card. */
  public Set<Ipv4Address> loopbacks() {
    return Collections.unmodifiableSet(loopbacks);
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

  /** The address of its first card. */
  public Ipv4Address address() {
    return inOrder.get(0).address().address();
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
    PacketHandler found = protocols.get(protocol);
    if (found == null) {
      found = make.apply(this);
      protocols.put(protocol, found);
    }
    if (!type.isInstance(found)) {
      throw new IllegalStateException("protocol " + protocol + " of '" + name + "' is taken");
    }
    return type.cast(found);
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
    return loopbacks.contains(address)
        || inOrder.stream().anyMatch(i -> i.address().address().equals(address));
  }

  /** Sends {@code content} from the address of the card over which it leaves. */
  public void send(Ipv4Address destination, Ipv4Content content) {
    source(destination)
        .ifPresentOrElse(
            source -> send(source, destination, Ipv4Packet.DEFAULT_TIME_TO_LIVE, content),
            unreachable::increment);
  }

  /** The address from which a packet to {@code destination} is sent, if there is a way. */
  public Optional<Ipv4Address> source(Ipv4Address destination) {
    if (owns(destination)) {
      return Optional.of(destination);
    } else if (destination.equals(Ipv4Address.BROADCAST)) {
      return Optional.of(address());
    }
    return routes.ways(destination).stream()
        .findFirst()
        .flatMap(way -> find(way.interfaceName().orElseThrow()))
        .map(way -> way.address().address());
  }

  /** Sends {@code content} from an address of this machine's. */
  public void send(
      Ipv4Address source, Ipv4Address destination, int timeToLive, Ipv4Content content) {
    sent.increment();
    Ipv4Packet packet =
        new Ipv4Packet(source, destination, nextIdentification(), timeToLive, content);
    if (owns(destination)) {
      simulation.schedule(0, () -> deliver(inOrder.get(0), packet));
    } else if (destination.equals(Ipv4Address.BROADCAST)) {
      inOrder.get(0).send(destination, packet);
    } else {
      route(packet);
    }
  }

  /**
   * Sends {@code content} over a card, without asking the routing table: to a group, to all, or to
   * a neighbour. Routing protocols speak so.
   */
  public void sendOver(
      Interface card, Ipv4Address destination, int timeToLive, Ipv4Content content) {
    sent.increment();
    Ipv4Packet packet =
        new Ipv4Packet(
            card.address().address(), destination, nextIdentification(), timeToLive, content);
    for (Ipv4Packet part : packet.cut(card.mtu())) {
      card.send(destination, part);
    }
  }

  private int nextIdentification() {
    identification = (identification + 1) & 0xFFFF;
    return identification;
  }

  /** Sends a packet the way that the routing table says; returns whether there was one. */
  private boolean route(Ipv4Packet packet) {
    List<NextHop> ways = routes.ways(packet.destination());
    if (ways.isEmpty()) {
      noWay(packet);
      return false;
    }
    NextHop way = ways.get(ways.size() == 1 ? 0 : FlowHash.of(packet, ways.size()));
    Interface card = interfaces.get(way.interfaceName().orElseThrow());
    if (card == null) {
      discarded.increment();
      return false;
    }
    return pass(packet, card, way.gateway().orElse(packet.destination()));
  }

  private void noWay(Ipv4Packet packet) {
    if (routes.lookUp(packet.destination()).route().isPresent()) {
      discarded.increment();
    } else {
      unreachable.increment();
      icmp.tell(IcmpError.Kind.NETWORK_UNREACHABLE, 0, packet);
    }
  }

  private boolean pass(Ipv4Packet packet, Interface card, Ipv4Address nextHop) {
    if (packet.length() > card.mtu() && !packet.fragment().mayFragment()) {
      tooLong.increment();
      icmp.tell(IcmpError.Kind.FRAGMENTATION_NEEDED, card.mtu(), packet);
      return false;
    }
    for (Ipv4Packet part : packet.cut(card.mtu())) {
      card.send(nextHop, part);
    }
    return true;
  }

  void receive(Interface arrived, Ipv4Packet packet) {
    Ipv4Address destination = packet.destination();
    if (arrived.isFor(destination) || owns(destination)) {
      reassembly.take(packet).ifPresent(whole -> deliver(arrived, whole));
    } else if (!forwarding || destination.isMulticast()) {
      notMine.increment();
    } else {
      forward(arrived, packet);
    }
  }

  private void forward(Interface arrived, Ipv4Packet packet) {
    if (packet.timeToLive() <= 1) {
      expired.increment();
      icmp.tell(IcmpError.Kind.TIME_TO_LIVE_EXCEEDED, 0, packet);
      return;
    }
    icmp.redirectIfBetter(arrived, packet);
    if (route(packet.forwarded())) {
      forwarded.increment();
    }
  }

  private void deliver(Interface arrived, Ipv4Packet packet) {
    received.increment();
    PacketHandler protocol = protocols.get(packet.content().protocol());
    if (protocol != null) {
      protocol.receive(arrived, packet);
    } else {
      icmp.tell(IcmpError.Kind.PROTOCOL_UNREACHABLE, 0, packet);
    }
  }

  void unreachable(Ipv4Packet packet) {
    unreachable.increment();
    icmp.tell(IcmpError.Kind.HOST_UNREACHABLE, 0, packet);
  }
}
