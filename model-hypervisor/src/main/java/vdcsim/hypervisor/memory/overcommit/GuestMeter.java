package vdcsim.hypervisor.memory.overcommit;

import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;

/** What is measured of a guest's memory. */
final class GuestMeter {
  private static final double PAGE_BYTES = 4096;

  final Counter touches;
  final Counter fills;
  final Counter copies;
  final Counter swapIns;
  final Counter swapOuts;
  final Counter guestReads;
  final Counter guestWrites;
  final Counter guestFailures;
  final Tally swapInTime;
  final Counter stalledNs;
  private final Series mapped;
  private final Series target;
  private final Series balloon;
  private final Series swapped;
  private final Series shared;
  private final Series active;

  GuestMeter(String name, Metrics metrics) {
    touches = metrics.counter(name + ".memory.touches", Unit.COUNT);
    fills = metrics.counter(name + ".memory.fills", Unit.COUNT);
    copies = metrics.counter(name + ".memory.copies", Unit.COUNT);
    swapIns = metrics.counter(name + ".memory.swap-ins", Unit.COUNT);
    swapOuts = metrics.counter(name + ".memory.swap-outs", Unit.COUNT);
    guestReads = metrics.counter(name + ".memory.guest-reads", Unit.COUNT);
    guestWrites = metrics.counter(name + ".memory.guest-writes", Unit.COUNT);
    guestFailures = metrics.counter(name + ".memory.guest-failures", Unit.COUNT);
    swapInTime = metrics.tally(name + ".memory.swap-in-time", Unit.NANOSECONDS);
    stalledNs = metrics.counter(name + ".memory.stalled", Unit.NANOSECONDS);
    mapped = metrics.series(name + ".memory.mapped", Unit.BYTES);
    target = metrics.series(name + ".memory.target", Unit.BYTES);
    balloon = metrics.series(name + ".memory.balloon", Unit.BYTES);
    swapped = metrics.series(name + ".memory.swapped", Unit.BYTES);
    shared = metrics.series(name + ".memory.shared", Unit.BYTES);
    active = metrics.series(name + ".memory.active-estimate", Unit.BYTES);
  }

  void record(GuestMap map, long targetPages, double activePart) {
    mapped.record(map.mapped() * PAGE_BYTES);
    target.record(targetPages * PAGE_BYTES);
    balloon.record(map.ballooned() * PAGE_BYTES);
    swapped.record(map.swapped() * PAGE_BYTES);
    shared.record(map.shared() * PAGE_BYTES);
    active.record(activePart * map.pages() * PAGE_BYTES);
  }
}
