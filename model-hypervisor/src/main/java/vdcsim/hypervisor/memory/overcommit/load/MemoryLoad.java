package vdcsim.hypervisor.memory.overcommit.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vdcsim.hypervisor.memory.overcommit.Guest;
import vdcsim.hypervisor.memory.overcommit.guest.GuestKernel;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A program in a guest that uses memory, in phases.
 *
 * <p>Metrics, below its name: {@code uses} of pages, {@code rate}, their number a second, and
 * {@code progress}, that over time.
 */
public final class MemoryLoad {

  private final Simulation simulation;
  private final MemoryLoadSpec spec;
  private final long cycles;
  private final List<WorkingSet> sets = new ArrayList<>();
  private final Counter uses;
  private final Series progress;
  private final long startNs;
  private final long endNs;
  private final GuestKernel kernel;
  private final int heap;
  private int threads;
  private int phase;
  private boolean begun;
  private long phaseEndsNs = Long.MAX_VALUE;
  private long recorded;

  private MemoryLoad(String name, MemoryLoadSpec spec, Guest guest, World world) {
    this.simulation = world.simulation();
    this.spec = spec;
    this.cycles = guest.cycles(spec.compute().toNanos());
    this.startNs = spec.start().toNanos();
    this.endNs = spec.end().map(Duration::toNanos).orElse(Long.MAX_VALUE);
    this.threads = spec.threads();
    this.kernel = guest.kernel();
    int files = kernel.addFiles(spec.filePages());
    this.heap = kernel.addProgram(spec.heapPages());
    int pages = spec.filePages() + spec.heapPages();
    if (spec.phases().isEmpty()) {
      sets.add(new WorkingSet(files, pages, spec));
    }
    for (MemoryPhaseSpec each : spec.phases()) {
      int from = (int) (each.from().bytes() / MemoryLoadSpec.PAGE_BYTES);
      long bytes = each.workingSet().map(DataSize::bytes).orElse(Long.MAX_VALUE);
      int size = (int) Math.min(pages - from, bytes / MemoryLoadSpec.PAGE_BYTES);
      sets.add(new WorkingSet(files + from, size, spec));
    }
    Metrics metrics = simulation.metrics();
    uses = metrics.counter(name + ".uses", Unit.COUNT);
    metrics.rate(name + ".rate", Unit.PER_SECOND, uses::value);
    progress = metrics.series(name + ".progress", Unit.PER_SECOND);
  }

  /** Makes the program; its threads start at its time. */
  public static Wiring make(String name, MemoryLoadSpec spec, World world) {
    return () -> {
      Guest guest = Guest.of("vm", spec.vm(), world);
      MemoryLoad load = new MemoryLoad(name, spec, guest, world);
      world.add(name, load);
      RandomStream random = world.simulation().random().stream(name + ".memory");
      for (int i = 0; i < spec.threads(); i++) {
        guest.run(new MemoryThread(load, random), load.startNs);
      }
      guest.eachSecond(load::record);
    };
  }

  private long phaseNs(int index) {
    return spec.phases().get(index).time().toNanos();
  }

  private void record() {
    long total = uses.total();
    progress.record((double) (total - recorded));
    recorded = total;
  }

  /** Whether it is over for its threads. */
  boolean isOver() {
    return simulation.now() >= endNs;
  }

  /** A thread has ended; with the last one goes the program's own memory, and files stay cached. */
  void threadEnded() {
    threads--;
    if (threads == 0) {
      kernel.drop(heap, spec.heapPages());
    }
  }

  void usedOne() {
    uses.increment();
  }

  /** The part of its memory that it uses now. */
  WorkingSet workingSet() {
    if (!begun && !spec.phases().isEmpty()) {
      phaseEndsNs = simulation.now() + phaseNs(0);
    }
    begun = true;
    while (simulation.now() >= phaseEndsNs) {
      phase = (phase + 1) % sets.size();
      phaseEndsNs += phaseNs(phase);
    }
    return sets.get(phase);
  }

  double writes() {
    return spec.writes().value();
  }

  long cycles() {
    return cycles;
  }

  long pauseNs() {
    return (spec.phases().isEmpty()
            ? spec.pause()
            : spec.phases().get(phase).pause().orElse(spec.pause()))
        .toNanos();
  }
}
