package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.IpSpec;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.station.Station;

/** The stacks of a world's hosts. A host gets one when it is the first time asked for. */
public final class Stacks {
  private static final String NAME = "stacks";
  private static final Ipv4Interface FREE_NETWORK = Ipv4Interface.parse("10.0.0.0/8");

  private static final IpSpec PLAIN =
      new IpSpec(Optional.empty(), Map.of(), Optional.empty(), false);

  private final World world;
  private final Map<String, IpSpec> specs = new LinkedHashMap<>();
  private final List<Ipv4Address> taken = new ArrayList<>();
  private int next = FREE_NETWORK.address().bits();

  private Stacks(World world) {
    this.world = world;
  }

  private static Stacks of(World world) {
    return world
        .find(NAME, Stacks.class)
        .orElseGet(
            () -> {
              Stacks made = new Stacks(world);
              world.add(NAME, made);
              return made;
            });
  }

  /** Notes the addresses that a scenario gives to a host, and gives it a stack in any case. */
  public static Wiring addresses(String host, IpSpec spec, World world) {
    Stacks stacks = of(world);
    stacks.specs.put(host, spec);
    stacks.takeAll(world.require("", host, Host.class, "host"), spec);
    return () -> stacks.makeIfPlugged(host);
  }

  private void takeAll(Host host, IpSpec spec) {
    for (String card : spec.cards().keySet()) {
      List<String> cards = host.nics().stream().map(nic -> card(nic)).toList();
      if (!cards.contains(card)) {
        throw new Refusal(
            "cards", "host '" + host.name() + "' has no card '" + card + "'" + hint(card, cards));
      }
    }
    for (EthernetPort nic : host.nics()) {
      written(host, nic).ifPresent(address -> take(address.address()));
    }
  }

  private void makeIfPlugged(String hostName) {
    Host host = world.require("", hostName, Host.class, "host");
    if (host.nics().stream().anyMatch(EthernetPort::isPlugged)) {
      at("", hostName, world);
    }
  }

  private static String hint(String card, List<String> cards) {
    return NearNames.hint(card, cards);
  }

  private void take(Ipv4Address address) {
    if (taken.contains(address)) {
      throw new Refusal("address", "the address " + address + " is given twice");
    }
    taken.add(address);
  }

  /**
   * The stack of a host.
   *
   * @param key the key whose value is {@code hostName}
   * @throws Refusal if there is no such host, or if none of its cards has a cable
   */
  public static Stack at(String key, String hostName, World world) {
    Host host = world.require(key, hostName, Host.class, "host");
    return world.find(hostName, Stack.class).orElseGet(() -> of(world).make(key, host));
  }

  private Stack make(String key, Host host) {
    IpSpec spec = specs.getOrDefault(host.name(), PLAIN);
    Stack stack =
        new Stack(
            world.simulation(),
            host.name(),
            spec.gateway().map(Ipv4Address::parse),
            spec.forward());
    boolean plugged = false;
    for (EthernetPort nic : host.nics()) {
      if (nic.isPlugged()) {
        Station station = Station.at(key, nic.name(), world);
        Ipv4Interface address = written(host, nic).orElseGet(this::nextFree);
        stack.add(new Interface(world.simulation(), station, address, stack));
        plugged = true;
      }
    }
    if (!plugged) {
      throw new Refusal(key, "no card of '" + host.name() + "' has a cable; add one to 'links'");
    }
    world.add(host.name(), stack);
    return stack;
  }

  private Optional<Ipv4Interface> written(Host host, EthernetPort nic) {
    IpSpec spec = specs.getOrDefault(host.name(), PLAIN);
    boolean first = host.nics().get(0) == nic;
    return Optional.ofNullable(spec.cards().get(card(nic)))
        .or(() -> first ? spec.address() : Optional.empty())
        .map(Ipv4Interface::parse);
  }

  private static String card(EthernetPort nic) {
    return nic.name().substring(nic.name().indexOf('.') + 1);
  }

  private Ipv4Interface nextFree() {
    do {
      next++;
    } while (taken.contains(new Ipv4Address(next)));
    return new Ipv4Interface(new Ipv4Address(next), FREE_NETWORK.length());
  }
}
