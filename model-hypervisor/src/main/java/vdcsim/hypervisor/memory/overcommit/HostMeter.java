package vdcsim.hypervisor.memory.overcommit;

import static vdcsim.kernel.conservation.Conservation.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
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
  private final Backing memory;
  private final StateLog states;
  private final Series free;
  private final Series own;
  private final Series shared;
  private final Series saved;
  private final Series ballooned;
  private final Series swapped;
  private final Series touchRate;
  private final Counter kills;
  private final List<GuestMeter> guests = new ArrayList<>();
  private long touches;
  private long mostSaved;
  private long mostBallooned;
  private long mostSwapped;

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
    touchRate = metrics.series(prefix + "touch-rate-course", Unit.PER_SECOND);
    addFigures(prefix, metrics);
    enter(MemoryState.HIGH);
    addBalance(name, simulation);
  }

  private void addFigures(String prefix, Metrics metrics) {
    metrics.figure(prefix + "shared-part", Unit.RATIO, () -> ofGuests(memory.shared()));
    metrics.figure(prefix + "saved-part", Unit.RATIO, () -> ofGuests(memory.saved()));
    metrics.figure(prefix + "shared-pages", Unit.BYTES, () -> memory.shared() * PAGE_BYTES);
    metrics.figure(prefix + "saved-pages", Unit.BYTES, () -> memory.saved() * PAGE_BYTES);
    metrics.figure(
        prefix + "table-part",
        Unit.RATIO,
        () -> memory.table().bytes() / (memory.host().frames() * PAGE_BYTES));
    metrics.rateOfTotal(prefix + "disk-utilization", Unit.RATIO, () -> host.disk().busyNs() / 1e9);
    metrics.rate(prefix + "touch-rate", Unit.PER_SECOND, () -> sum(m -> m.touches.value()));
    metrics.figure(
        prefix + "stalled", Unit.NANOSECONDS, () -> sum(meter -> meter.stalledNs.value()));
    metrics.figure(
        prefix + "guest-transfers",
        Unit.COUNT,
        () -> sum(meter -> meter.guestReads.value() + meter.guestWrites.value()));
    metrics.figure(prefix + "most-saved", Unit.BYTES, () -> mostSaved * PAGE_BYTES);
    metrics.figure(prefix + "most-ballooned", Unit.BYTES, () -> mostBallooned * PAGE_BYTES);
    metrics.figure(prefix + "most-swapped", Unit.BYTES, () -> mostSwapped * PAGE_BYTES);
  }

  private void addBalance(String name, Simulation simulation) {
    simulation
        .conservation()
        .balance(
            "frames of " + name,
            List.of(term("all", memory.host()::frames)),
            List.of(
                term("free", memory.host()::free),
                term("reserved", memory.host()::reserved),
                term("private", memory::own),
                term("shared", memory.table()::frames),
                term("to the swap file", memory::leaving),
                term("from the swap file", memory::arriving),
                term("others", memory::others)));
  }

  /** A guest has come; what is measured of it counts to the end. */
  void add(GuestMeter guest) {
    guests.add(guest);
  }

  private double sum(ToLongFunction<GuestMeter> of) {
    return guests.stream().mapToLong(of).sum();
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
    free.record(memory.free() * PAGE_BYTES);
    own.record(memory.own() * PAGE_BYTES);
    shared.record(memory.table().frames() * PAGE_BYTES);
    saved.record(memory.saved() * PAGE_BYTES);
    long inBalloons = pages(GuestMap::ballooned);
    long inSwap = pages(GuestMap::swapped);
    ballooned.record(inBalloons * PAGE_BYTES);
    swapped.record(inSwap * PAGE_BYTES);
    mostSaved = Math.max(mostSaved, memory.saved());
    mostBallooned = Math.max(mostBallooned, inBalloons);
    mostSwapped = Math.max(mostSwapped, inSwap);
    long total = guests.stream().mapToLong(meter -> meter.touches.total()).sum();
    touchRate.record((double) (total - touches));
    touches = total;
  }

  private long pages(ToIntFunction<GuestMap> of) {
    return host.guests().stream().mapToInt(guest -> of.applyAsInt(guest.map())).sum();
  }
}
