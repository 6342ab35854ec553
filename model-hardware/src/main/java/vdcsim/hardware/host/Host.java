package vdcsim.hardware.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Ports;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** A physical machine with its network cards. */
public final class Host implements Ports, Cards {
  private static final NicSpec DEFAULT_NIC = new NicSpec(DataRate.ofGigabits(1), 1000);

  private final String name;
  private final Map<String, EthernetPort> nics = new LinkedHashMap<>();
  private final Map<String, String> givenAway = new TreeMap<>();
  private final Map<EthernetPort, DataRate> rates = new LinkedHashMap<>();
  private final List<EthernetPort> ends = new ArrayList<>();
  private final List<EthernetPort> made = new ArrayList<>();
  private final List<Consumer<EthernetPort>> cardListeners = new ArrayList<>();

  /** Makes a host, adds it to the world and draws it. */
  public Host(String name, HostSpec spec, World world) {
    this.name = name;
    Map<String, NicSpec> specs = spec.nics().isEmpty() ? Map.of("eth0", DEFAULT_NIC) : spec.nics();
    specs.forEach((nic, nicSpec) -> add(nic, nicSpec, world));
    world.add(name, this);
    world.picture().node(name, "host", () -> "");
  }

  private void add(String nic, NicSpec spec, World world) {
    MacAddress address =
        spec.address()
            .map(text -> Addresses.give(world, text))
            .orElseGet(() -> Addresses.next(world));
    EthernetPort port =
        new EthernetPort(world.simulation(), name + "." + nic, address, spec.settings());
    nics.put(nic, port);
    rates.put(port, spec.rate());
    ends.add(port);
  }

  /**
   * A bridge of the host takes a card: the host speaks through it no longer (Linux, {@code ip link
   * set master}).
   *
   * @throws Refusal with the key {@code cards}, if there is no such card or it is taken
   */
  public EthernetPort enslave(String nic) {
    EthernetPort port = find("cards", nic);
    String machine = givenAway.get(nic);
    if (machine != null) {
      throw new Refusal(
          "cards", "card '%s' is passed through to '%s'".formatted(port.name(), machine));
    }
    if (!ends.remove(port)) {
      throw new Refusal("cards", "another bridge has card '" + port.name() + "' already");
    }
    return port;
  }

  /**
   * A card of it, of hardware or of software, whether a bridge has it or not.
   *
   * @param key the key whose value names it
   * @throws Refusal if there is no such card
   */
  public EthernetPort find(String key, String card) {
    List<EthernetPort> all = ethernetPorts();
    List<String> names = all.stream().map(p -> p.name().substring(name.length() + 1)).toList();
    int index = names.indexOf(card);
    if (index < 0) {
      throw new Refusal(
          key, "host '%s' has no card '%s'%s".formatted(name, card, NearNames.hint(card, names)));
    }
    return all.get(index);
  }

  /**
   * A machine has a card from now on: the host speaks through it no longer (Linux, vfio: its driver
   * is unbound). Saying so again for the same machine changes nothing.
   *
   * @throws Refusal with the key {@code attach}, if there is no such card, or somebody has it
   */
  public void giveAway(String nic, String machine) {
    EthernetPort port = find("attach", nic);
    String known = givenAway.putIfAbsent(nic, machine);
    if (known != null && !known.equals(machine)) {
      throw new Refusal(
          "attach",
          "card '%s' is passed through to '%s' already: it has one driver"
              .formatted(port.name(), known));
    }
    if (known == null && !ends.remove(port)) {
      throw new Refusal(
          "attach",
          ("a bridge of '%s' has card '%s'; one that is passed through belongs to the machine"
                  + " alone")
              .formatted(name, nic));
    }
  }

  /** Whether a machine has a card. */
  public boolean hasGivenAway(String nic) {
    return givenAway.containsKey(nic);
  }

  /** Adds an end that software makes, as that of a bridge, through which the host speaks. */
  public void addCard(EthernetPort card) {
    ends.add(card);
    made.add(card);
    cardListeners.forEach(listener -> listener.accept(card));
  }

  /** Tells {@code listener} of each card that software makes from now on. */
  public void onCard(Consumer<EthernetPort> listener) {
    cardListeners.add(listener);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<EthernetPort> nics() {
    return List.copyOf(ends);
  }

  @Override
  public EthernetPort port(String portName) {
    EthernetPort port = nics.get(portName);
    if (port == null) {
      throw new Refusal(
          "link",
          "host '"
              + name
              + "' has no card '"
              + portName
              + "'"
              + NearNames.hint(portName, nics.keySet()));
    }
    return port;
  }

  @Override
  public EthernetPort freePort() {
    return nics.values().stream()
        .filter(port -> !port.isPlugged())
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "link",
                    "all cards of host '" + name + "' have a cable; add one to its 'nics'"));
  }

  @Override
  public List<EthernetPort> ethernetPorts() {
    List<EthernetPort> all = new ArrayList<>(nics.values());
    all.addAll(made);
    return all;
  }

  @Override
  public Optional<DataRate> rate(EthernetPort port) {
    return Optional.ofNullable(rates.get(port));
  }
}
