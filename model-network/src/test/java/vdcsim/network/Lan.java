package vdcsim.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.Link;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgeSpec;
import vdcsim.network.bridge.Switching;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stacks;

/** A small network for tests: hosts, switches and cables, made as a scenario makes them. */
public final class Lan {
  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final List<Wiring> wirings = new ArrayList<>();
  private final Map<String, List<Frame>> heard = new LinkedHashMap<>();

  public World world() {
    return world;
  }

  public Simulation simulation() {
    return simulation;
  }

  public Host host(String name, String... cards) {
    Map<String, vdcsim.hardware.host.NicSpec> nics = new LinkedHashMap<>();
    for (String card : cards) {
      nics.put(card, nic());
    }
    return new Host(name, new HostSpec(nics), world);
  }

  private static vdcsim.hardware.host.NicSpec nic() {
    return new vdcsim.hardware.host.NicSpec(DataRate.ofGigabits(1), 1000);
  }

  public void hosts(String... names) {
    for (String name : names) {
      host(name);
    }
  }

  public void address(String host, String address) {
    address(host, new IpSpec(Optional.of(address), Map.of(), Optional.empty(), List.of(), false));
  }

  public void address(String host, IpSpec spec) {
    wirings.add(Stacks.addresses(host, spec, world));
  }

  public static BridgeSpec bridgeSpec() {
    return bridgeSpec(Duration.ofMinutes(5), 8192, Duration.ZERO);
  }

  public static BridgeSpec bridgeSpec(Duration ageing, int tableSize, Duration latency) {
    return bridgeSpec(ageing, tableSize, latency, Switching.STORE_AND_FORWARD);
  }

  public static BridgeSpec bridgeSpec(
      Duration ageing, int tableSize, Duration latency, Switching switching) {
    return new BridgeSpec(128, ageing, tableSize, 1000, latency, 1500, Optional.empty(), switching);
  }

  public Bridge bridge(String name) {
    return bridge(name, bridgeSpec());
  }

  public Bridge bridge(String name, BridgeSpec spec) {
    Bridge.make(name, spec, world);
    return world.find(name, Bridge.class).orElseThrow();
  }

  /** Lays cables of 1 Gbps without delay, in this order. */
  public void links(String... links) {
    for (String link : links) {
      Cabling.lay(
              link,
              new LinkSpec(link, Optional.of(DataRate.ofGigabits(1)), Duration.ZERO, new Ratio(0)),
              world)
          .connect();
    }
  }

  public Link link(String name) {
    return world.find(name, Link.class).orElseThrow();
  }

  public void connect(Wiring wiring) {
    wirings.add(wiring);
  }

  /** Connects what waits, and runs until {@code seconds} after the start. */
  public void runUntil(double seconds) {
    wirings.forEach(Wiring::connect);
    wirings.clear();
    simulation.run((long) (seconds * 1e9));
  }

  /** Notes all frames that arrive at these hosts' cards from now on; their stacks hear nothing. */
  public void listen(String... hosts) {
    for (String name : hosts) {
      List<Frame> frames = heard.computeIfAbsent(name, h -> new ArrayList<>());
      host(name, world).nics().get(0).onReceive((port, frame) -> frames.add(frame));
    }
  }

  private static Host host(String name, World world) {
    return world.find(name, Host.class).orElseThrow();
  }

  /** What has arrived at a host since {@link #listen}. */
  public List<Frame> heard(String host) {
    return heard.get(host);
  }

  public MacAddress mac(String host) {
    return host(host, world).nics().get(0).address();
  }

  /** Sends a frame from a host's first card now, and runs until nothing moves. */
  public void send(String from, Frame frame) {
    host(from, world).nics().get(0).send(frame);
    simulation.run(simulation.now() + 1_000_000);
  }

  public double metric(String name, String statistic) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals(name))
        .map(m -> m.statistic(statistic).orElseThrow())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }

  public double metric(String name) {
    return metric(name, "value");
  }
}
