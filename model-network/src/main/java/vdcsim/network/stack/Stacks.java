package vdcsim.network.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.host.Cards;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.station.Station;

/**
 * The stacks of a world's machines. A host gets one when it is the first time asked for.
 *
 * <p>Metrics: {@code network.last-route-change}, when any machine changed its routes the last time,
 * and {@code network.route-changes} of all machines together; of each machine {@code
 * NAME.last-route-change}, {@code NAME.route-changes} and {@code NAME.settling-time}, from the end
 * of the warm-up to the last change.
 */
public final class Stacks {
  private static final String NAME = "stacks";
  private static final Ipv4Interface FREE_NETWORK = Ipv4Interface.parse("10.0.0.0/8");

  private final World world;
  private final Map<String, IpSpec> specs = new LinkedHashMap<>();
  private final Map<String, List<Ipv4Interface>> loopbacks = new LinkedHashMap<>();
  private final Set<Ipv4Address> taken = new TreeSet<>();
  private final List<RouteLog> logs = new ArrayList<>();
  private int next = FREE_NETWORK.address().bits();

  private Stacks(World world) {
    this.world = world;
    Metrics metrics = world.simulation().metrics();
    metrics.figure("network.last-route-change", Unit.NANOSECONDS, this::lastRouteChangeNs);
    metrics.figure("network.route-changes", Unit.COUNT, this::routeChanges);
  }

  private double lastRouteChangeNs() {
    return logs.stream()
        .mapToDouble(RouteLog::lastNs)
        .filter(at -> !Double.isNaN(at))
        .max()
        .orElse(Double.NaN);
  }

  private double routeChanges() {
    return logs.stream().mapToLong(RouteLog::changes).sum();
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

  /** Notes the addresses that a scenario gives to a machine, and gives it a stack in any case. */
  public static Wiring addresses(String machine, IpSpec spec, World world) {
    return addresses(machine, spec, List.of(), world);
  }

  /** The same for a machine that has further addresses, which belong to none of its cards. */
  public static Wiring addresses(
      String machine, IpSpec spec, List<Ipv4Interface> loopbacks, World world) {
    Stacks stacks = of(world);
    stacks.specs.put(machine, spec);
    stacks.loopbacks.put(machine, loopbacks);
    stacks.takeAll(world.require("", machine, Cards.class, "host"), spec);
    return () -> stacks.makeIfPlugged(machine);
  }

  private void takeAll(Cards machine, IpSpec spec) {
    List<String> cards = machine.nics().stream().map(Stacks::card).toList();
    for (String card : spec.cards().keySet()) {
      if (!cards.contains(card)) {
        throw new Refusal(
            "cards",
            "'%s' has no card '%s'%s".formatted(machine.name(), card, NearNames.hint(card, cards)));
      }
    }
    for (EthernetPort nic : machine.nics()) {
      written(machine, nic).ifPresent(address -> taken.add(address.address()));
    }
  }

  private void makeIfPlugged(String machineName) {
    Cards machine = world.require("", machineName, Cards.class, "host");
    boolean plugged = machine.nics().stream().anyMatch(EthernetPort::isPlugged);
    if (plugged || !loopbacks.getOrDefault(machineName, List.of()).isEmpty()) {
      stack(machine);
    }
  }

  /** Whether a scenario gives an address to a machine's card; else the card has the next free. */
  public static boolean isGiven(String machine, String card, World world) {
    Cards cards = world.require("", machine, Cards.class, "host");
    return cards.nics().stream()
        .filter(nic -> card(nic).equals(card))
        .anyMatch(nic -> of(world).written(cards, nic).isPresent());
  }

  /**
   * The stack of a machine.
   *
   * @param key the key whose value is {@code machineName}
   * @throws Refusal if there is no such machine, or if none of its cards has a cable
   */
  public static Stack at(String key, String machineName, World world) {
    Cards machine = world.require(key, machineName, Cards.class, "host");
    if (machine.nics().stream().noneMatch(EthernetPort::isPlugged)) {
      throw new Refusal(key, "no card of '" + machineName + "' has a cable; add one to 'links'");
    }
    return of(world).stack(machine);
  }

  /**
   * The address that a text means, whenever it is asked for: one that is written, or that of a
   * machine, which may have none yet.
   *
   * @param key the key whose value is {@code text}
   * @throws Refusal if it is neither
   */
  public static Supplier<Ipv4Address> target(String key, String text, World world) {
    if (!text.matches("[0-9.]+")) {
      Stack machine = at(key, text, world);
      return machine::address;
    }
    try {
      Ipv4Address address = Ipv4Address.parse(text);
      return () -> address;
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }

  private Stack stack(Cards machine) {
    return world.find(machine.name(), Stack.class).orElseGet(() -> make(machine));
  }

  private Stack make(Cards machine) {
    IpSpec spec = specs.getOrDefault(machine.name(), IpSpec.PLAIN);
    Stack stack = new Stack(world.simulation(), machine.name(), spec.forward());
    logs.add(new RouteLog(world.simulation(), machine.name(), stack.routes()));
    for (EthernetPort nic : machine.nics()) {
      if (nic.isPlugged()) {
        Ipv4Interface address = written(machine, nic).orElseGet(this::nextFree);
        Interface added =
            new Interface(world.simulation(), Station.of(nic, world), address, nic.mtu(), stack);
        stack.add(added);
        nic.onCarrier(port -> stack.carrierChanged(added));
      }
    }
    loopbacks.getOrDefault(machine.name(), List.of()).forEach(stack::addLoopback);
    spec.allRoutes().forEach(route -> stack.routes().offer(route.route()));
    world.add(machine.name(), stack);
    StackTables.offer(stack, world.simulation().tables());
    return stack;
  }

  private Optional<Ipv4Interface> written(Cards machine, EthernetPort nic) {
    IpSpec spec = specs.getOrDefault(machine.name(), IpSpec.PLAIN);
    boolean first = machine.nics().get(0) == nic;
    return Optional.ofNullable(spec.cards().get(card(nic)))
        .or(() -> first ? spec.address() : Optional.empty())
        .map(IpSpec::read);
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
