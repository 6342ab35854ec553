package vdcsim.network.hostbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Patch;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hardware.host.Cards;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.result.Topology;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;
import vdcsim.network.station.OwnInterrupts;
import vdcsim.network.vlan.PortVlanSpec;
import vdcsim.network.vlan.Vlans;

/**
 * A bridge in a host: some of the host's cards are its ports, taps of virtual cards come and go,
 * and the host itself speaks through an end that has the bridge's name.
 */
public final class HostBridge {
  /** Linux, default txqueuelen of a tap. */
  private static final int QUEUE = 1000;

  private final String host;
  private final String name;
  private final HostBridgeSpec spec;
  private final World world;
  private final Bridge bridge;
  private final Map<String, DeviceEnd> taps = new TreeMap<>();
  private final List<Forwarder> forwarders = new ArrayList<>();

  private HostBridge(String host, String name, HostBridgeSpec spec, Bridge bridge, World world) {
    this.host = host;
    this.name = name;
    this.spec = spec;
    this.bridge = bridge;
    this.world = world;
  }

  /** Makes the bridges of a host, each with its cards and its end to the host. */
  public static Wiring make(String hostName, HostBridgesSpec spec, World world) {
    Host host = world.require("", hostName, Host.class, "host");
    List<HostBridge> made =
        spec.bridges().entrySet().stream()
            .map(e -> make(host, e.getKey(), e.getValue(), world))
            .toList();
    return () -> made.forEach(HostBridge::connect);
  }

  private static HostBridge make(Host host, String name, HostBridgeSpec spec, World world) {
    String full = host.name() + "." + name;
    if (host.ethernetPorts().stream().anyMatch(port -> port.name().equals(full))) {
      throw new Refusal(name, "host '%s' has a card '%s' already".formatted(host.name(), name));
    }
    Bridge.make(full, spec.bridge(), world);
    Bridge bridge = world.find(full, Bridge.class).orElseThrow();
    spec.vlans().ifPresent(vlans -> Vlans.within(bridge, vlans, world));
    HostBridge made = new HostBridge(host.name(), name, spec, bridge, world);
    world.add(full, made);
    List<EthernetPort> cards = new ArrayList<>();
    for (String card : spec.cards()) {
      if (find(host.name(), card, world).isPresent()) {
        throw new Refusal("cards", "'%s' is a bridge, and cannot be a port of one".formatted(card));
      }
      cards.add(host.enslave(card));
      made.adopt(card, cards.get(cards.size() - 1));
      made.draw(card);
    }
    host.addCard(made.ownEnd(cards.stream().findFirst().map(EthernetPort::address)));
    return made;
  }

  private void connect() {
    forwarders.forEach(Forwarder::connect);
    spec.vlans().ifPresent(vlans -> vlans.ports().keySet().forEach(this::check));
  }

  /** A port for which VLANs are said must be one, or one that a machine's card can become. */
  private void check(String port) {
    List<String> labels = bridge.ports().stream().map(BridgePort::label).toList();
    int dot = port.indexOf('.');
    boolean ofMachine = dot > 0 && world.find(port.substring(0, dot), Cards.class).isPresent();
    if (!labels.contains(port) && !ofMachine) {
      throw new Refusal(
          name + ".vlans.ports",
          "bridge '%s' has no port '%s'%s"
              .formatted(bridge.name(), port, NearNames.hint(port, labels)));
    }
  }

  private void adopt(String label, EthernetPort card) {
    Forwarder forwarder = new Forwarder(host, card, spec.forward(), world);
    forwarders.add(forwarder);
    bridge.adopt(label, card, forwarder::before);
  }

  /** Cycles that it takes somebody's processor to forward a packet. */
  public long forwardCycles() {
    return spec.forward();
  }

  private void draw(String card) {
    world
        .picture()
        .edge(
            () ->
                new Topology.Edge(
                    host + "." + name + "/" + card, host, card, bridge.name(), card, "", "up"));
  }

  /** The end of the host itself; it has the address of the first card, as in Linux. */
  private EthernetPort ownEnd(Optional<MacAddress> address) {
    MacAddress given = address.orElseGet(() -> Addresses.next(world));
    DeviceEnd own = end(bridge.name(), given);
    // No hardware interrupts for it: frames are there within the machine.
    OwnInterrupts.say(bridge.name(), world);
    DeviceEnd tap = tap("host");
    long rate = spec.rate().bitsPerSecond();
    new Patch(world.simulation(), own, rate).turn(tap);
    new Patch(world.simulation(), tap, rate).turn(own);
    own.carrier(true);
    tap.carrier(true);
    return own.port();
  }

  private DeviceEnd end(String portName, MacAddress address) {
    PortSettings settings = new PortSettings(QUEUE, PortSettings.ANY_BYTES, spec.mtu());
    EthernetPort port = new EthernetPort(world.simulation(), portName, address, settings);
    return new DeviceEnd(port, spec.rate().bitsPerSecond());
  }

  /**
   * The port of the bridge to which a virtual card is attached, with what is behind it; it is made
   * when it is the first time asked for, and has carrier while somebody gives it.
   *
   * @param label the card with its machine, as {@code web.eth0}
   */
  public DeviceEnd tap(String label) {
    DeviceEnd known = taps.get(label);
    if (known != null) {
      return known;
    }
    DeviceEnd made = end(bridge.name() + "." + label, Addresses.next(world));
    bridge.adopt(label, made.port());
    taps.put(label, made);
    return made;
  }

  /**
   * The same for a card whose machine says its VLANs.
   *
   * @throws Refusal with the key {@code vlan}, if the bridge looks at no tags
   */
  public DeviceEnd tap(String label, PortVlanSpec sorted) {
    Vlans rules =
        world
            .find(bridge.name(), Vlans.class)
            .orElseThrow(
                () ->
                    new Refusal(
                        "vlan",
                        "bridge '%s' looks at no tags; give it 'vlans'".formatted(bridge.name())));
    DeviceEnd end = tap(label);
    bridge.ports().stream()
        .filter(port -> port.port() == end.port())
        .forEach(port -> rules.change(port, sorted));
    return end;
  }

  /** The host that it is in. */
  public String host() {
    return host;
  }

  /** Its name in the host, as {@code br0}. */
  public String name() {
    return name;
  }

  /** The switch that it is. */
  public Bridge bridge() {
    return bridge;
  }

  /** The cards of the host that are its ports. */
  public List<String> cards() {
    return spec.cards();
  }

  /** The bridges of a host, in the order of the scenario. */
  public static List<HostBridge> in(String host, World world) {
    return world.all(HostBridge.class).stream().filter(b -> b.host.equals(host)).toList();
  }

  /** The bridge of this name in a host, or the first one for an empty name, if there is one. */
  public static Optional<HostBridge> find(String host, String name, World world) {
    return in(host, world).stream()
        .filter(bridge -> name.isEmpty() || bridge.name.equals(name))
        .findFirst();
  }

  /**
   * The bridge of this name in a host; the first one for an empty name.
   *
   * @param key the key whose value names it
   * @throws Refusal if there is none
   */
  public static HostBridge require(String key, String host, String name, World world) {
    return find(host, name, world).orElseThrow(() -> missing(key, host, name, world));
  }

  private static Refusal missing(String key, String host, String name, World world) {
    List<String> names = in(host, world).stream().map(HostBridge::name).toList();
    if (names.isEmpty()) {
      return new Refusal(
          key,
          "'%s' has no bridge for it; add 'bridges: { br0: { cards: eth0 } }' there"
              .formatted(host));
    }
    return new Refusal(
        key, "'%s' has no bridge '%s'%s".formatted(host, name, NearNames.hint(name, names)));
  }
}
