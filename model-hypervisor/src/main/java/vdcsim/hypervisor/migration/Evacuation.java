package vdcsim.hypervisor.migration;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.World;
import vdcsim.network.stack.Stacks;

/**
 * A host that is emptied: its machines move away in an order, a few at a time.
 *
 * <p>Metrics, below the host's name: {@code evacuation-time}, from the order until the last machine
 * has gone; {@code evacuated} machines, and {@code stranded} ones, which found no room or did not
 * arrive; {@code migrations}, how many are on their way.
 */
public final class Evacuation {
  private final EvacuateSpec spec;
  private final World world;
  private final Hypervisor from;
  private final List<Hypervisor> to;
  private final Counter evacuated;
  private final Counter stranded;
  private final TimeWeighted onTheirWay;
  private final Map<String, Migrate.Prepared> prepared = new TreeMap<>();
  private final Map<VirtualMachine, Hypervisor> pledged = new LinkedHashMap<>();
  private final Deque<VirtualMachine> queue = new ArrayDeque<>();
  private int active;
  private long startNs;
  private long endNs = -1;

  private Evacuation(EvacuateSpec spec, World world) {
    this.spec = spec;
    this.world = world;
    this.from = VirtualMachine.hypervisor("host", spec.host(), world);
    this.to = spec.to().stream().map(host -> VirtualMachine.hypervisor("to", host, world)).toList();
    spec.to().forEach(host -> Stacks.at("to", host, world));
    var metrics = world.simulation().metrics();
    this.evacuated = metrics.counter(spec.host() + ".evacuated", Unit.COUNT);
    this.stranded = metrics.counter(spec.host() + ".stranded", Unit.COUNT);
    this.onTheirWay = metrics.timeWeighted(spec.host() + ".migrations", Unit.COUNT);
    metrics.figure(
        spec.host() + ".evacuation-time",
        Unit.NANOSECONDS,
        () -> endNs < 0 ? Double.NaN : endNs - startNs);
  }

  /** Plans that a host is emptied. */
  public static Runnable plan(EvacuateSpec spec, World world) {
    Evacuation evacuation = new Evacuation(spec, world);
    evacuation.machines().forEach(evacuation::prepare);
    return evacuation::begin;
  }

  /** Those that are there, in the order of the scenario. */
  private Stream<VirtualMachine> machines() {
    return world.all(VirtualMachine.class).stream().filter(vm -> vm.on() == from);
  }

  private Migrate.Prepared prepare(VirtualMachine vm) {
    return prepared.computeIfAbsent(
        vm.name(), name -> Migrate.prepare(spec.migration(name, spec.to().get(0)), world));
  }

  private void begin() {
    startNs = world.simulation().now();
    machines().filter(vm -> !vm.isMigrating()).sorted(order()).forEach(queue::add);
    fill();
  }

  /** Sorting is stable: machines that are alike keep the order of the scenario. */
  private Comparator<VirtualMachine> order() {
    Comparator<VirtualMachine> asNamed = Comparator.comparing(vm -> "");
    Comparator<VirtualMachine> bySize = Comparator.comparingLong(VirtualMachine::memoryBytes);
    Comparator<VirtualMachine> byWrites =
        Comparator.comparingDouble(vm -> vm.memory().writesPerSecond());
    return switch (spec.order()) {
      case AS_NAMED -> asNamed;
      case SMALLEST_FIRST -> bySize;
      case LARGEST_FIRST -> bySize.reversed();
      case CALMEST_FIRST -> byWrites;
      case BUSIEST_FIRST -> byWrites.reversed();
    };
  }

  private void fill() {
    while (active < spec.atOnce() && !queue.isEmpty()) {
      move(queue.remove());
    }
    onTheirWay.set(active);
    if (active == 0 && queue.isEmpty() && endNs < 0) {
      endNs = world.simulation().now();
    }
  }

  private void move(VirtualMachine vm) {
    Optional<Hypervisor> roomiest =
        to.stream()
            .filter(host -> host.admits(vm) && vm.memoryBytes() <= room(host))
            .filter(host -> vm.cards().obstacle(host.host()).isEmpty())
            // The first of those that are alike.
            .reduce((best, next) -> room(next) > room(best) ? next : best);
    if (roomiest.isEmpty()) {
      stranded.increment();
      return;
    }
    active++;
    pledged.put(vm, roomiest.get());
    MigrateSpec migration = spec.migration(vm.name(), roomiest.get().host());
    Migrate.begin(migration, prepare(vm), world, () -> ended(vm));
  }

  /** What is free at a host behind those that are on their way there, and have no place yet. */
  private long room(Hypervisor host) {
    long due =
        pledged.entrySet().stream()
            .filter(each -> each.getValue() == host && !host.holds(each.getKey()))
            .mapToLong(each -> each.getKey().memoryBytes())
            .sum();
    return host.free() - due;
  }

  private void ended(VirtualMachine vm) {
    active--;
    pledged.remove(vm);
    (vm.on() == from ? stranded : evacuated).increment();
    // The end of one is not the place to begin the next.
    world.simulation().schedule(0, this::fill);
  }
}
