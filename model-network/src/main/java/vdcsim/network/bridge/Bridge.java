package vdcsim.network.bridge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameReceiver;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Ports;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A learning switch (IEEE 802.1D-2004, clause 7; IEEE 802.1Q-2018, 8.6).
 *
 * <p>A frame that arrives is classified into a VLAN, its source is learned, and it is sent where
 * its destination was learned, or to all other ports. Protocols between bridges ({@link
 * BridgeProtocol}) and VLANs ({@link VlanRules}) are added to it by packages of their own.
 *
 * <p>Metrics, below its name: frames {@code forwarded} to one port, {@code flooded} to all others,
 * {@code filtered} because the destination is where they came from, or because no port may have
 * them, {@code blocked} because the port of arrival does not forward, {@code refused-vlan} on
 * arrival, {@code consumed} by the bridge itself, which keeps reserved addresses; {@code
 * learned-addresses} at the end, {@code moves} of an address between ports, {@code not-learned} for
 * lack of room.
 */
public final class Bridge implements Ports, EventHandler {
  /** 01-80-C2-00-00-00, the bridge group address; the reserved ones are the 16 from it on. */
  public static final MacAddress GROUP_ADDRESS = new MacAddress(0x0180_C200_0000L);

  private static final int RELAY = 0;
  private static final int SEND = 1;
  private static final int KEEP = 2;

  private final World world;
  private final Simulation simulation;
  private final String name;
  private final BridgeSpec spec;
  private final MacAddress address;
  private final long latencyNs;
  private final ForwardingTable table;
  private final List<BridgePort> ports = new ArrayList<>();
  private final Map<MacAddress, BridgeProtocol> protocols = new TreeMap<>();
  private final BridgeRelay relay = new BridgeRelay(this);
  private final Counter forwarded;
  private final Counter flooded;
  private final Counter filtered;
  private final Counter blocked;
  private final Counter refusedVlan;
  private final Counter consumed;
  private final Counter moves;
  private final Counter notLearned;
  private VlanRules vlans = VlanRules.UNAWARE;

  private Bridge(String name, BridgeSpec spec, World world) {
    this.world = world;
    this.simulation = world.simulation();
    this.name = name;
    this.spec = spec;
    this.address = spec.address().map(MacAddress::parse).orElseGet(() -> Addresses.next(world));
    this.latencyNs = spec.forwardingLatency().toNanos();
    this.table = new ForwardingTable(spec.tableSize(), spec.ageing().toNanos());
    AddressRows.offer(simulation, name, table, ports);
    Metrics metrics = simulation.metrics();
    this.forwarded = metrics.counter(name + ".forwarded", Unit.FRAMES);
    this.flooded = metrics.counter(name + ".flooded", Unit.FRAMES);
    this.filtered = metrics.counter(name + ".filtered", Unit.FRAMES);
    this.blocked = metrics.counter(name + ".blocked", Unit.FRAMES);
    this.refusedVlan = metrics.counter(name + ".refused-vlan", Unit.FRAMES);
    this.consumed = metrics.counter(name + ".consumed", Unit.FRAMES);
    this.moves = metrics.counter(name + ".moves", Unit.COUNT);
    this.notLearned = metrics.counter(name + ".not-learned", Unit.FRAMES);
    metrics.figure(name + ".learned-addresses", Unit.COUNT, () -> table.size(simulation.now()));
  }

  /** Makes a switch without cables, adds it to the world and draws it. */
  public static Wiring make(String name, BridgeSpec spec, World world) {
    Bridge bridge = new Bridge(name, spec, world);
    world.add(name, bridge);
    spec.hairpin().forEach(port -> bridge.require("hairpin", port));
    world.picture().node(name, "switch", bridge::note);
    return Wiring.NONE;
  }

  private String note() {
    return protocols.values().stream()
        .map(BridgeProtocol::note)
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The bridge's name. */
  public String name() {
    return name;
  }

  /** The bridge's own address, from which spanning tree makes its identifier. */
  public MacAddress address() {
    return address;
  }

  long latencyNs() {
    return latencyNs;
  }

  VlanRules vlans() {
    return vlans;
  }

  /** How long an address is remembered, as the scenario sets it. */
  public long ageingNs() {
    return spec.ageing().toNanos();
  }

  /** Its ports so far, by number; a port exists once a cable or a name asked for it. */
  public List<BridgePort> ports() {
    return Collections.unmodifiableList(ports);
  }

  /**
   * Gives frames to {@code group} to a protocol, from now on, instead of forwarding them.
   *
   * @throws IllegalStateException if another protocol has that address
   */
  public void speak(MacAddress group, BridgeProtocol protocol) {
    if (protocols.putIfAbsent(group, protocol) != null) {
      throw new IllegalStateException(name + " speaks a protocol at " + group + " already");
    }
    ports.forEach(protocol::portAdded);
  }

  /** Sorts frames by {@code rules} from now on. */
  public void sort(VlanRules rules) {
    vlans = rules;
    relay.changed();
  }

  /** Forgets what was learned at a port. */
  public void forget(BridgePort port) {
    table.forget(port.number() - 1, simulation.now());
    relay.changed();
  }

  /** Forgets addresses that were not seen for {@code ageingNs}, from now on. */
  public void age(long ageingNs) {
    table.age(ageingNs);
  }

  /** The port at which an address is known in a VLAN (0 without VLANs), if it is. */
  public Optional<BridgePort> learnedAt(MacAddress station, int vlan) {
    int index = table.port(vlans.filteringDatabase(vlan), station, simulation.now());
    return index == ForwardingTable.UNKNOWN ? Optional.empty() : Optional.of(ports.get(index));
  }

  /** Whether it keeps VLANs apart. */
  public boolean isVlanAware() {
    return vlans != VlanRules.UNAWARE;
  }

  /** Forgets all addresses. */
  public void forgetAll() {
    ports.forEach(this::forget);
  }

  /** Ports are made when a cable or a number asks for them, so that large switches cost nothing. */
  private BridgePort numbered(int number) {
    while (ports.size() < number) {
      String label = "p" + (ports.size() + 1);
      adopt(
          label,
          new EthernetPort(simulation, name + "." + label, Addresses.next(world), spec.settings()));
    }
    return ports.get(number - 1);
  }

  /** Makes a port that exists one of the bridge's, as a card of its host, or a tap. */
  public void adopt(String label, EthernetPort port) {
    adopt(label, port, receiver -> receiver);
  }

  /**
   * Makes a port that exists one of the bridge's.
   *
   * @param before puts something before the bridge, which gets the frames that arrive there first
   */
  public void adopt(String label, EthernetPort port, UnaryOperator<FrameReceiver> before) {
    boolean hairpin = spec.hairpin().contains(label);
    BridgePort bridgePort = new BridgePort(ports.size() + 1, label, port, hairpin, relay::changed);
    spec.switching().prepare(port);
    port.tracing().relayedBy(relay);
    port.onReceive(before.apply((from, frame) -> receive(bridgePort, frame)));
    port.onCarrier(changed -> carrierChanged(bridgePort));
    ports.add(bridgePort);
    relay.add(bridgePort);
    protocols.values().forEach(protocol -> protocol.portAdded(bridgePort));
  }

  /**
   * The port of this name.
   *
   * @param key the key whose value names it
   * @throws Refusal if the bridge has no such port
   */
  public BridgePort require(String key, String portName) {
    int number = portName.matches("p[1-9]\\d{0,3}") ? Integer.parseInt(portName.substring(1)) : 0;
    if (number < 1 || number > spec.ports()) {
      throw new Refusal(
          key,
          "switch '%s' has the ports p1 to p%d, not '%s'".formatted(name, spec.ports(), portName));
    }
    return numbered(number);
  }

  @Override
  public EthernetPort port(String portName) {
    return require("link", portName).port();
  }

  @Override
  public EthernetPort freePort() {
    for (int number = 1; number <= spec.ports(); number++) {
      EthernetPort port = numbered(number).port();
      if (!port.isPlugged()) {
        return port;
      }
    }
    throw new Refusal(
        "link", "all " + spec.ports() + " ports of switch '" + name + "' have a cable");
  }

  @Override
  public List<EthernetPort> ethernetPorts() {
    return ports.stream().map(BridgePort::port).toList();
  }

  @Override
  public Optional<DataRate> rate(EthernetPort port) {
    return Optional.empty();
  }

  /** What was learned at a port is worth nothing once its cable is gone, as Linux does it. */
  private void carrierChanged(BridgePort port) {
    if (!port.port().hasCarrier()) {
      forget(port);
    }
    protocols.values().forEach(protocol -> protocol.carrierChanged(port));
  }

  private void receive(BridgePort from, Frame frame) {
    if (latencyNs == 0) {
      relay(from, frame);
    } else {
      simulation.schedule(latencyNs, this, RELAY, from.number(), frame);
    }
  }

  @Override
  public void handle(int kind, long number, Object frame) {
    BridgePort port = ports.get((int) number - 1);
    switch (kind) {
      case RELAY -> relay(port, (Frame) frame);
      case SEND -> port.port().send((Frame) frame);
      case KEEP -> keep(port, (Frame) frame);
      default -> throw new IllegalArgumentException("there is no event " + kind);
    }
  }

  private void relay(BridgePort from, Frame frame) {
    MacAddress destination = frame.destination();
    if (destination.isGroup() && isKept(destination)) {
      whenWhole(from, frame, KEEP, from, frame);
      return;
    }
    int vlan = vlans.classify(from, frame);
    if (vlan == VlanRules.REFUSED) {
      refusedVlan.increment();
      return;
    }
    if (from.isLearning()) {
      learn(from, vlan, frame.source());
    }
    if (!from.isForwarding()) {
      blocked.increment();
    } else if (destination.equals(address)) {
      consumed.increment();
    } else {
      forward(from, vlan, frame);
    }
  }

  /**
   * 01-80-C2-00-00-01 to -0F never cross a bridge (802.1D-2004, Table 7-10). The bridge group
   * address itself, -00, is kept by a bridge with spanning tree; a Linux bridge without lets it
   * through.
   */
  boolean isKept(MacAddress destination) {
    long offset = destination.bits() - GROUP_ADDRESS.bits();
    return (offset > 0 && offset < 16) || protocols.containsKey(destination);
  }

  private void keep(BridgePort from, Frame frame) {
    consumed.increment();
    BridgeProtocol protocol = protocols.get(frame.destination());
    if (protocol != null && !frame.isDamaged()) {
      protocol.receive(from, frame);
    }
  }

  private void learn(BridgePort from, int vlan, MacAddress source) {
    if (source.isGroup()) {
      return;
    }
    int database = vlans.filteringDatabase(vlan);
    switch (table.learn(database, source, from.number() - 1, simulation.now())) {
      case KNOWN -> {}
      case NEW -> relay.changed();
      case MOVED -> {
        moves.increment();
        relay.changed();
      }
      case FULL -> notLearned.increment();
    }
  }

  private void forward(BridgePort from, int vlan, Frame frame) {
    MacAddress destination = frame.destination();
    int to =
        destination.isGroup()
            ? ForwardingTable.UNKNOWN
            : table.port(vlans.filteringDatabase(vlan), destination, simulation.now());
    if (to == ForwardingTable.UNKNOWN) {
      flood(from, vlan, frame);
    } else if (isWayOut(from, ports.get(to), vlan)) {
      forwarded.increment();
      send(from, ports.get(to), vlan, frame);
    } else {
      filtered.increment();
    }
  }

  /** A frame that is still coming in may leave only as fast as it comes. */
  private void send(BridgePort from, BridgePort to, int vlan, Frame frame) {
    Frame leaving = vlans.leaving(from, to, vlan, frame);
    if (spec.switching() == Switching.STORE_AND_FORWARD || keepsPace(from.port(), to.port())) {
      to.port().send(leaving);
    } else {
      whenWhole(from, frame, SEND, to, leaving);
    }
  }

  private static boolean keepsPace(EthernetPort in, EthernetPort out) {
    return out.isFullDuplex()
        && out.bitsPerSecond().orElse(0L) <= in.bitsPerSecond().orElse(Long.MAX_VALUE);
  }

  /** Does something with a frame when its last bit has come in, which may be now. */
  private void whenWhole(
      BridgePort from, Frame arriving, int kind, BridgePort port, Frame leaving) {
    long waitNs = from.port().untilWholeNs(arriving) - latencyNs;
    if (waitNs > 0) {
      simulation.schedule(waitNs, this, kind, port.number(), leaving);
    } else {
      handle(kind, port.number(), leaving);
    }
  }

  boolean isWayOut(BridgePort from, BridgePort to, int vlan) {
    return (to != from || to.isHairpin()) && to.isForwarding() && vlans.admits(to, vlan);
  }

  private void flood(BridgePort from, int vlan, Frame frame) {
    boolean sent = false;
    for (int i = 0; i < ports.size(); i++) {
      BridgePort to = ports.get(i);
      if (to.port().hasCarrier() && isWayOut(from, to, vlan)) {
        send(from, to, vlan, frame);
        sent = true;
      }
    }
    (sent ? flooded : filtered).increment();
  }
}
