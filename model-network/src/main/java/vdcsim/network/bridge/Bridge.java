package vdcsim.network.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
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
 * A learning switch (IEEE 802.1D-2004, clause 7).
 *
 * <p>Metrics, below its name: frames {@code forwarded} to one port, {@code flooded} to all others,
 * {@code filtered} because the destination is where they came from, {@code reserved} addresses that
 * it keeps; {@code learned-addresses} at the end, {@code moves} of an address between ports, {@code
 * not-learned} for lack of room.
 */
public final class Bridge implements Ports, EventHandler {
  /** 01-80-C2-00-00-00, the bridge group address; the reserved ones are the 16 from it on. */
  private static final long BRIDGE_GROUP = 0x0180_C200_0000L;

  private final World world;
  private final Simulation simulation;
  private final String name;
  private final BridgeSpec spec;
  private final long latencyNs;
  private final ForwardingTable table;
  private final List<BridgePort> ports = new ArrayList<>();
  private final Counter forwarded;
  private final Counter flooded;
  private final Counter filtered;
  private final Counter reserved;
  private final Counter moves;
  private final Counter notLearned;

  /** A switch without cables; {@link #make} adds one to a world. */
  private Bridge(String name, BridgeSpec spec, World world) {
    this.world = world;
    this.simulation = world.simulation();
    this.name = name;
    this.spec = spec;
    this.latencyNs = spec.forwardingLatency().toNanos();
    this.table = new ForwardingTable(spec.tableSize(), spec.ageing().toNanos());
    Metrics metrics = simulation.metrics();
    this.forwarded = metrics.counter(name + ".forwarded", Unit.FRAMES);
    this.flooded = metrics.counter(name + ".flooded", Unit.FRAMES);
    this.filtered = metrics.counter(name + ".filtered", Unit.FRAMES);
    this.reserved = metrics.counter(name + ".reserved", Unit.FRAMES);
    this.moves = metrics.counter(name + ".moves", Unit.COUNT);
    this.notLearned = metrics.counter(name + ".not-learned", Unit.FRAMES);
    metrics.figure(name + ".learned-addresses", Unit.COUNT, () -> table.size(simulation.now()));
  }

  /** Makes a switch, adds it to the world and draws it. */
  public static Wiring make(String name, BridgeSpec spec, World world) {
    world.add(name, new Bridge(name, spec, world));
    world.picture().node(name, "switch", () -> "");
    return Wiring.NONE;
  }

  /** A port, and its number from 0. */
  private record BridgePort(int number, EthernetPort port) {}

  /** Ports are made when a cable or a number asks for them, so that large switches cost nothing. */
  private EthernetPort portNumber(int number) {
    while (ports.size() < number) {
      int index = ports.size();
      EthernetPort port =
          new EthernetPort(
              simulation, name + ".p" + (index + 1), Addresses.next(world), spec.queue());
      port.onReceive((from, frame) -> receive(index, frame));
      ports.add(new BridgePort(index, port));
    }
    return ports.get(number - 1).port();
  }

  @Override
  public EthernetPort port(String portName) {
    int number = portName.matches("p[1-9]\\d{0,3}") ? Integer.parseInt(portName.substring(1)) : 0;
    if (number < 1 || number > spec.ports()) {
      throw new Refusal(
          "link",
          "switch '"
              + name
              + "' has the ports p1 to p"
              + spec.ports()
              + ", not '"
              + portName
              + "'");
    }
    return portNumber(number);
  }

  @Override
  public EthernetPort freePort() {
    for (int number = 1; number <= spec.ports(); number++) {
      EthernetPort port = portNumber(number);
      if (!port.isPlugged()) {
        return port;
      }
    }
    throw new Refusal(
        "link", "all " + spec.ports() + " ports of switch '" + name + "' have a cable");
  }

  @Override
  public Optional<DataRate> rate(EthernetPort port) {
    return Optional.empty();
  }

  private void receive(int from, Frame frame) {
    if (latencyNs == 0) {
      relay(from, frame);
    } else {
      simulation.schedule(latencyNs, this, 0, from, frame);
    }
  }

  @Override
  public void handle(int kind, long from, Object frame) {
    relay((int) from, (Frame) frame);
  }

  private void relay(int from, Frame frame) {
    MacAddress destination = frame.destination();
    if (isReserved(destination)) {
      reserved.increment();
      return;
    }
    learn(from, frame.source());
    int to =
        destination.isGroup() ? ForwardingTable.UNKNOWN : table.port(destination, simulation.now());
    if (to == ForwardingTable.UNKNOWN) {
      flood(from, frame);
    } else if (to == from) {
      filtered.increment();
    } else {
      forwarded.increment();
      ports.get(to).port().send(frame);
    }
  }

  /**
   * 01-80-C2-00-00-01 to -0F never cross a bridge; a Linux bridge without spanning tree lets the
   * bridge group address itself, -00, through.
   */
  private static boolean isReserved(MacAddress destination) {
    long offset = destination.bits() - BRIDGE_GROUP;
    return offset > 0 && offset < 16;
  }

  private void learn(int from, MacAddress source) {
    if (source.isGroup()) {
      return;
    }
    switch (table.learn(source, from, simulation.now())) {
      case KNOWN, NEW -> {}
      case MOVED -> moves.increment();
      case FULL -> notLearned.increment();
    }
  }

  private void flood(int from, Frame frame) {
    flooded.increment();
    for (int i = 0; i < ports.size(); i++) {
      EthernetPort port = ports.get(i).port();
      if (i != from && port.hasCarrier()) {
        port.send(frame);
      }
    }
  }
}
