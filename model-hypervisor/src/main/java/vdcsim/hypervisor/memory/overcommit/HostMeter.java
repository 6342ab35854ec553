package vdcsim.hypervisor.memory.overcommit;

import static vdcsim.kernel.conservation.Conservation.term;

import java.util.List;
import java.util.Locale;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.StateLog;
import vdcsim.kernel.quantity.Unit;

/** What is measured of a host's memory. */
final class HostMeter {
  private static final double PAGE_BYTES = 4096;

  private final Overcommit host;
  private final HostMemory memory;
  private final StateLog states;
  private final Series free;
  private final Series own;
  private final Series shared;
  private final Series saved;
  private final Series ballooned;
  private final Series swapped;
  private final Counter kills;

  HostMeter(String name, Overcommit host, Simulation simulation) {
    this.host = host;
    this.memory = host.memory();
    Metrics metrics = simulation.metrics();
    String prefix = name + ".memory.";
    states = metrics.states(prefix + "state");
    free = metrics.series(prefix + "free", Unit.BYTES);
    own = metrics.series(prefix + "private", Unit.BYTES);
    shared = metrics.series(prefix + "shared", Unit.BYTES);
    saved = metrics.series(prefix + "saved", Unit.BYTES);
    ballooned = metrics.series(prefix + "ballooned", Unit.BYTES);
    swapped = metrics.series(prefix + "swapped", Unit.BYTES);
    kills = metrics.counter(prefix + "kills", Unit.COUNT);
    metrics.figure(prefix + "shared-part", Unit.RATIO, () -> ofGuests(memory.shared()));
    metrics.figure(prefix + "saved-part", Unit.RATIO, () -> ofGuests(memory.saved()));
    metrics.figure(prefix + "shared-pages", Unit.BYTES, () -> memory.shared() * PAGE_BYTES);
    metrics.figure(prefix + "saved-pages", Unit.BYTES, () -> memory.saved() * PAGE_BYTES);
    metrics.figure(
        prefix + "table-part",
        Unit.RATIO,
        () -> memory.table().bytes() / (memory.frames().count() * PAGE_BYTES));
    metrics.rate(prefix + "disk-utilization", Unit.RATIO, () -> host.disk().busyNs() / 1e9);
    enter(MemoryState.HIGH);
    simulation
        .conservation()
        .balance(
            "frames of " + name,
            List.of(term("all", memory.frames()::count)),
            List.of(
                term("free", memory.frames()::free),
                term("reserved", memory.frames()::reserved),
                term("private", memory::own),
                term("shared", memory.table()::frames),
                term("to the swap file", memory::leaving),
                term("from the swap file", memory::arriving)));
  }

  private double ofGuests(int pages) {
    int all = host.guests().stream().mapToInt(guest -> guest.map().pages()).sum();
    return all == 0 ? Double.NaN : (double) pages / all;
  }

  void enter(MemoryState state) {
    states.enter(state.name().toLowerCase(Locale.ROOT));
  }

  void kill() {
    kills.increment();
  }

  void record() {
    free.record(memory.frames().free() * PAGE_BYTES);
    own.record(memory.own() * PAGE_BYTES);
    shared.record(memory.table().frames() * PAGE_BYTES);
    saved.record(memory.saved() * PAGE_BYTES);
    ballooned.record(sum(true) * PAGE_BYTES);
    swapped.record(sum(false) * PAGE_BYTES);
  }

  private long sum(boolean ofBalloons) {
    return host.guests().stream()
        .mapToLong(guest -> ofBalloons ? guest.map().ballooned() : guest.map().swapped())
        .sum();
  }
}
