package vdcsim.hardware.ethernet;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.host.NicSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.World;

/** A workbench for tests: ports, cables between them, and a note of what arrives when. */
final class Bench {
  static final int ROOMY = 1_000_000;

  final Simulation simulation;
  final World world;
  final List<Arrival> arrivals = new ArrayList<>();
  private long addresses;

  Bench() {
    this(1);
  }

  Bench(long seed) {
    simulation = new Simulation(seed, 0);
    world = new World(simulation);
  }

  /** A frame that has arrived whole. */
  record Arrival(String port, long atNs, Frame frame) {}

  EthernetPort port(String name) {
    return port(name, PortSettings.ofQueue(ROOMY));
  }

  EthernetPort port(String name, PortSettings settings) {
    MacAddress address = new MacAddress(0x0200_0000_0000L + ++addresses);
    EthernetPort port = new EthernetPort(simulation, name, address, settings);
    port.onReceive((at, frame) -> arrivals.add(new Arrival(name, simulation.now(), frame)));
    return port;
  }

  /** A cable without bit errors. */
  Link link(EthernetPort from, EthernetPort to, long bitsPerSecond, long delayNs) {
    String name = from.name() + " -- " + to.name();
    return new Link(simulation, name, from, to, bitsPerSecond, delayNs, 0);
  }

  /** A broadcast frame of this length, from destination to check sequence. */
  Frame frame(EthernetPort from, int length) {
    Payload payload = new Filler(length - Frame.HEADER_BYTES - Frame.CHECK_BYTES);
    return new Frame(MacAddress.BROADCAST, from.address(), payload, simulation.now());
  }

  void sendAt(long atNs, EthernetPort from, int length) {
    simulation.schedule(atNs - simulation.now(), () -> from.send(frame(from, length)));
  }

  void at(long atNs, Runnable action) {
    simulation.schedule(atNs - simulation.now(), action);
  }

  /** A host of the world, with cards {@code eth0} and so on. */
  Host host(String name, int cards) {
    java.util.Map<String, NicSpec> nics = new java.util.LinkedHashMap<>();
    for (int i = 0; i < cards; i++) {
      nics.put("eth" + i, new NicSpec(DataRate.ofGigabits(1), 1000));
    }
    Host host = new Host(name, new HostSpec(nics), world);
    host.nics()
        .forEach(
            nic ->
                nic.onReceive(
                    (at, frame) -> arrivals.add(new Arrival(nic.name(), simulation.now(), frame))));
    return host;
  }

  /** Lays a cable of a scenario. */
  void lay(String link) {
    lay(link, Duration.ZERO);
  }

  void lay(String link, Duration delay) {
    Cabling.lay(link, new LinkSpec(link, Optional.empty(), delay, new Ratio(0)), world).connect();
  }

  List<Long> arrivalTimes() {
    return arrivals.stream().map(Arrival::atNs).toList();
  }

  List<Long> arrivalTimes(EthernetPort port) {
    return arrivals.stream().filter(a -> a.port().equals(port.name())).map(Arrival::atNs).toList();
  }

  long count(String metric) {
    return (long) figure(metric, "value");
  }

  double figure(String metric, String statistic) {
    for (Measurement measurement : simulation.metrics().read()) {
      if (measurement.metric().equals(metric)) {
        return measurement.statistic(statistic).orElseThrow();
      }
    }
    throw new AssertionError("there is no metric " + metric);
  }

  /** Bytes without a meaning. */
  record Filler(int length) implements Payload {
    @Override
    public int etherType() {
      return 0x88B5;
    }

    @Override
    public void encode(ByteBuffer buffer) {
      buffer.put(new byte[length]);
    }
  }
}
