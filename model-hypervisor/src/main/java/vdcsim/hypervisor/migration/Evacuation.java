package vdcsim.hypervisor.migration;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
    return new Evacuation(spec, world)::begin;
  }

  private void begin() {
    startNs = world.simulation().now();
    world.all(VirtualMachine.class).stream()
        .filter(vm -> vm.on() == from && !vm.isMigrating())
        .sorted(order())
        .forEach(queue::add);
    fill();
  }

  /** Sorting is stable: machines that are alike keep the order of the scenario. */
  private Comparator<VirtualMachine> order() {
    Comparator<VirtualMachine> bySize = Comparator.comparingLong(VirtualMachine::memoryBytes);
    Comparator<VirtualMachine> byWrites =
        Comparator.comparingDouble(vm -> vm.memory().writesPerSecond());
    return switch (spec.order()) {
      case AS_NAMED -> (a, b) -> 0;
      case SMALLEST_FIRST -> bySize;
      case LARGEST_FIRST -> bySize.reversed();
      case CALMEST_FIRST -> byWrites;
      case BUSIEST_FIRST -> byWrites.reversed();
    };
  }

  private void fill() {
    while (active < spec.parallel() && !queue.isEmpty()) {
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
            .filter(host -> host.admits(vm))
            // The first of those that are alike.
            .reduce((best, next) -> next.free() > best.free() ? next : best);
    if (roomiest.isEmpty()) {
      stranded.increment();
      return;
    }
    active++;
    Migrate.begin(spec.migration(vm.name(), roomiest.get().host()), world, () -> ended(vm));
  }

  private void ended(VirtualMachine vm) {
    active--;
    (vm.on() == from ? stranded : evacuated).increment();
    // The end of one is not the place to begin the next.
    world.simulation().schedule(0, this::fill);
  }
}
