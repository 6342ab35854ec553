package vdcsim.network.spanningtree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.HubSpec;
import vdcsim.hardware.ethernet.Link;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.World;
import vdcsim.network.SpanningTreeCatalog;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;
import vdcsim.network.bridge.BridgeSpec;

/** Networks of bridges with spanning trees, for tests. */
public final class Trees {
  private static final long TEN_GIGABITS = 10_000_000_000L;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final List<String> bridges = new ArrayList<>();
  private final Map<String, EthernetPort> cards = new LinkedHashMap<>();
  private long hostAddresses = 0x0200_0000_0100L;

  public World world() {
    return world;
  }

  public Simulation simulation() {
    return simulation;
  }

  public List<String> bridges() {
    return bridges;
  }

  /** A bridge whose address ends in its number: s1 has 02:00:00:00:00:01. */
  public Bridge bridge(String name, SpanningTreeSpec spec) {
    Bridge bridge = plainBridge(name);
    speak(bridge, spec);
    return bridge;
  }

  public void speak(Bridge bridge, SpanningTreeSpec spec) {
    bridges.add(bridge.name());
    SpanningTreeCatalog.make(bridge.name(), spec, world).connect();
  }

  /** A bridge that knows no spanning tree. */
  public Bridge plainBridge(String name) {
    long number = Long.parseLong(name.replaceAll("\\D", ""));
    String address = new MacAddress(0x0200_0000_0000L + number).toString();
    return plainBridge(name, address);
  }

  public Bridge plainBridge(String name, String address) {
    BridgeSpec spec =
        new BridgeSpec(
            1023,
            Duration.ofMinutes(5),
            8192,
            1000,
            Duration.ZERO,
            1500,
            Optional.of(address),
            vdcsim.network.bridge.Switching.STORE_AND_FORWARD);
    Bridge.make(name, spec, world);
    return world.find(name, Bridge.class).orElseThrow();
  }

  /** A hub of 10 Mbps, and bridges' ports that are plugged into it. */
  public void hub(String name, String... ports) {
    HubSpec.make(name, new HubSpec(DataRate.ofMegabits(10), Duration.ZERO), world);
    for (String port : ports) {
      String link = port + " -- " + name;
      LinkSpec spec = new LinkSpec(link, Optional.empty(), Duration.ZERO, new Ratio(0));
      Cabling.lay(link, spec, world).connect();
    }
  }

  /** Lays a cable, named by its ends, as {@code s1.p1 -- s2.p1}; {@code h1} is a bare card. */
  public Link link(String name) {
    return link(name, TEN_GIGABITS);
  }

  public Link link(String name, long bitsPerSecond) {
    String[] ends = name.split(" -- ", -1);
    return link(name, ends[0], ends[1], bitsPerSecond);
  }

  public Link link(String name, String from, String to, long bitsPerSecond) {
    Link link = new Link(simulation, name, end(from), end(to), bitsPerSecond, 0, 0);
    links.put(name, link);
    return link;
  }

  private EthernetPort end(String written) {
    int dot = written.indexOf('.');
    Optional<Bridge> bridge =
        world.find(dot < 0 ? written : written.substring(0, dot), Bridge.class);
    return bridge.map(b -> b.port(written.substring(dot + 1))).orElseGet(() -> newCard(written));
  }

  private EthernetPort newCard(String name) {
    EthernetPort card =
        new EthernetPort(
            simulation, name, new MacAddress(++hostAddresses), PortSettings.ofQueue(1000));
    cards.put(name, card);
    return card;
  }

  /** A bare card by its name. */
  public EthernetPort card(String name) {
    return cards.get(name);
  }

  public Bridge theBridge(String name) {
    return world.find(name, Bridge.class).orElseThrow();
  }

  public Link theLink(String name) {
    return links.get(name);
  }

  public Map<String, Link> links() {
    return links;
  }

  public void runFor(double seconds) {
    simulation.run(simulation.now() + (long) (seconds * 1e9));
  }

  public SpanningTree tree(String bridge) {
    return world.find(bridge, SpanningTree.class).orElseThrow();
  }

  public BridgePort port(String name) {
    int dot = name.indexOf('.');
    Bridge bridge = world.find(name.substring(0, dot), Bridge.class).orElseThrow();
    return bridge.require("port", name.substring(dot + 1));
  }

  public PortStatus status(String port) {
    return tree(port.substring(0, port.indexOf('.'))).status(port(port));
  }

  /** The role and state of a port, as {@code root/forwarding}. */
  public String stands(String port) {
    PortStatus status = status(port);
    return status.role().label() + "/" + status.state().label();
  }

  /** The bridge that this one takes for the root. */
  public String root(String bridge) {
    BridgeId root = tree(bridge).root();
    return bridges.stream()
        .filter(name -> tree(name).bridgeId().equals(root))
        .findFirst()
        .orElse(root.toString());
  }

  /** What a port went through after an instant: seconds after it, and the state. */
  public List<String> statesSince(String port, double instant) {
    Measurement.States states = states(port + ".state");
    List<String> since = new ArrayList<>();
    for (int i = 0; i < states.states().size(); i++) {
      double seconds = states.timesNs().get(i) / 1e9 - instant;
      if (seconds > 0) {
        since.add(String.format(Locale.ROOT, "%.1f %s", seconds, states.states().get(i)));
      }
    }
    return since;
  }

  /** The instant of the last change of any port's state, in nanoseconds. */
  public long lastChangeNs() {
    return simulation.metrics().read().stream()
        .filter(m -> m instanceof Measurement.States && m.metric().endsWith(".state"))
        .flatMap(m -> ((Measurement.States) m).timesNs().stream())
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private Measurement.States states(String metric) {
    return (Measurement.States)
        simulation.metrics().read().stream()
            .filter(m -> m.metric().equals(metric))
            .findFirst()
            .orElseThrow();
  }

  public double metric(String name) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals(name))
        .map(m -> m.statistic("value").orElseThrow())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }
}
