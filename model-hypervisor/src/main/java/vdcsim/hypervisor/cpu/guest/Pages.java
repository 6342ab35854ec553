package vdcsim.hypervisor.cpu.guest;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.cpu.cost.Operation;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.guest.GuestPages;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStream;

/** The pages of a guest under its technique, beside those of the same guest without a monitor. */
final class Pages {
  private static final int PAGE_BYTES = 4096;

  private final GuestPages guest;
  private final GuestPages bare;
  private final int count;
  private final RandomStream random;
  private long touches;

  /**
   * Both.
   *
   * @param count pages in the working set
   * @param random draws the pages that are reached for
   */
  Pages(GuestPages guest, GuestPages bare, int count, RandomStream random) {
    this.guest = guest;
    this.bare = bare;
    this.count = count;
    this.random = random;
  }

  void chargeTo(Ledger ledger, Ledger withoutMonitor) {
    guest.chargeTo(ledger);
    bare.chargeTo(withoutMonitor);
  }

  /** Whether an operation is one of the pages', and costs what comes of it there. */
  static boolean has(Operation operation) {
    return switch (operation) {
      case PAGE_FAULT, SHADOW_FAULT, PAGE_TABLE_UPDATE, FOREIGN_FRAME, CONTEXT_SWITCH -> true;
      default -> false;
    };
  }

  /** So many operations of a repetition. Hidden faults of a shadow come up by themselves. */
  void carryOut(Operation operation, long each) {
    switch (operation) {
      case PAGE_FAULT -> times(each, GuestPages::fault);
      case PAGE_TABLE_UPDATE -> both(pages -> pages.rewrite(each));
      case CONTEXT_SWITCH -> times(each, GuestPages::switchProcess);
      // Without a monitor there is no memory of others.
      case FOREIGN_FRAME -> {
        for (long i = 0; i < each; i++) {
          guest.reachOut();
        }
      }
      default -> {}
    }
  }

  /** So much of a kind in a repetition. */
  void carryOut(PageWork work, long each) {
    switch (work) {
      case FORK -> times(each, GuestPages::fork);
      case TOUCH -> somewhere(each, this::touch);
      case MOVE -> somewhere(each, page -> both(pages -> pages.move(page)));
      case PROTECT -> somewhere(each, page -> both(pages -> pages.protect(page)));
    }
  }

  private void touch(int page) {
    boolean write = touches % GuestPages.WRITES_EACH == 0;
    touches++;
    both(pages -> pages.access(page, write));
  }

  private void somewhere(long each, IntConsumer what) {
    for (long i = 0; i < each; i++) {
      what.accept(random.nextInt(count));
    }
  }

  private void times(long each, Consumer<GuestPages> what) {
    for (long i = 0; i < each; i++) {
      both(what);
    }
  }

  private void both(Consumer<GuestPages> what) {
    what.accept(guest);
    what.accept(bare);
  }

  /** Pays for the walks until now. */
  void settle() {
    both(GuestPages::settle);
  }

  void publish(String name, Metrics metrics) {
    Mmu mmu = guest.mmu();
    mmu.publish(name, metrics);
    metrics.figure(name + ".refused-frames", Unit.COUNT, mmu::refused);
    metrics.figure(name + ".escaped-frames", Unit.COUNT, mmu::escapes);
    metrics.figure(
        name + ".monitor-tables", Unit.BYTES, () -> (double) guest.monitorTables() * PAGE_BYTES);
  }
}
