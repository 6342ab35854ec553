package vdcsim.hypervisor.memory.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * What a guest shows of its memory.
 *
 * <p>Metrics, below its name. Speed: {@code run-time}, {@code accesses}, {@code access-rate},
 * {@code cycles}, {@code cycles-per-access}. Translation: {@code tlb-misses}, {@code
 * tlb-miss-ratio}, {@code walks}, {@code walk-references}, {@code references-per-walk}, {@code
 * cycles-per-walk}, {@code walk-share} of all cycles. The monitor: {@code exits}, {@code
 * exits-by.REASON}, {@code updates} of page tables, {@code exits-per-update}, {@code guest-faults},
 * {@code hidden-faults}, {@code monitor-tables}, what the monitor's own tables take. Isolation:
 * {@code refused} translations and updates, {@code escapes} to frames of others, {@code safety} (1
 * as long as there were none).
 *
 * <p>The table {@code translations-NAME} lists the first pages of each process: the address, the
 * frame that the kernel chose, the frame of the host behind it, and whose that is.
 */
final class Readings {
  private static final int PAGES_SHOWN = 16;
  private static final int PAGE_BYTES = 4096;

  private final String name;
  private final GuestMemory guest;
  private final Mmu mmu;
  private final Metrics metrics;

  private Readings(String name, GuestMemory guest, Simulation simulation) {
    this.name = name;
    this.guest = guest;
    this.mmu = guest.mmu();
    this.metrics = simulation.metrics();
  }

  static void of(String name, GuestMemory guest, Simulation simulation) {
    Readings readings = new Readings(name, guest, simulation);
    readings.mmu.publish(name, readings.metrics);
    readings.addSpeed();
    readings.addTranslation();
    readings.addMonitor();
    simulation
        .tables()
        .offer(
            "translations-" + name,
            List.of(
                "process",
                "guest virtual",
                "guest physical",
                "host physical",
                "page",
                "belongs to"),
            readings::translations);
  }

  private void count(String what, LongSupplier count) {
    metrics.figure(name + "." + what, Unit.COUNT, count::getAsLong);
  }

  private void ratio(String what, Unit unit, LongSupplier part, LongSupplier whole) {
    metrics.figure(
        name + "." + what,
        unit,
        () -> quotient((double) part.getAsLong(), (double) whole.getAsLong()));
  }

  private static double quotient(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  private void addSpeed() {
    metrics.figure(name + ".run-time", Unit.NANOSECONDS, guest::runNs);
    count("accesses", guest::done);
    metrics.figure(
        name + ".access-rate", Unit.PER_SECOND, () -> guest.done() * 1e9 / guest.runNs());
    metrics.figure(name + ".cycles", Unit.CYCLES, mmu::cycles);
    ratio("cycles-per-access", Unit.CYCLES, mmu::cycles, guest::done);
  }

  private void addTranslation() {
    ratio("tlb-miss-ratio", Unit.RATIO, mmu::misses, mmu::accesses);
    ratio("references-per-walk", Unit.NONE, mmu::walkReferences, mmu::walks);
    ratio("cycles-per-walk", Unit.CYCLES, mmu::walkCycles, mmu::walks);
    ratio("walk-share", Unit.RATIO, mmu::walkCycles, mmu::cycles);
  }

  private void addMonitor() {
    count("exits", () -> mmu.ledger().exits());
    for (ExitReason reason : ExitReason.values()) {
      count("exits-by." + reason.word(), () -> mmu.ledger().exits(reason));
    }
    ratio("exits-per-update", Unit.NONE, () -> mmu.ledger().exits(), mmu::updates);
    metrics.figure(
        name + ".monitor-tables",
        Unit.BYTES,
        () -> (double) guest.paging().monitorTables() * PAGE_BYTES);
    count("refused", mmu::refused);
    count("escapes", mmu::escapes);
    metrics.figure(name + ".safety", Unit.NONE, () -> mmu.escapes() == 0 ? 1 : 0);
  }

  private List<List<String>> translations() {
    List<List<String>> rows = new ArrayList<>();
    for (GuestProcess process : guest.processes()) {
      for (int page = 0; page < Math.min(PAGES_SHOWN, process.pages()); page++) {
        if (process.isMapped(page)) {
          rows.add(row(process, page));
        }
      }
    }
    return rows;
  }

  private List<String> row(GuestProcess process, int page) {
    long address = guest.kernel().address(page);
    PhysicalMap memory = mmu.memory();
    long found = guest.paging().hostFrame(process.space(), address);
    HostMemory host = memory.host();
    return List.of(
        Integer.toString(process.space().number()),
        hex(address),
        hex((long) process.frame(page) * PAGE_BYTES),
        found == PhysicalMap.NONE ? "-" : hex(found * PAGE_BYTES),
        guest.spec().pageSize().text(),
        found == PhysicalMap.NONE ? "-" : host.ownerName(host.owner(found)));
  }

  private static String hex(long address) {
    return String.format(Locale.ROOT, "0x%012x", address);
  }
}
