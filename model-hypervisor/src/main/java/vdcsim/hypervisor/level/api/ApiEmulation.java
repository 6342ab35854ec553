package vdcsim.hypervisor.level.api;

import java.util.Map;
import vdcsim.hypervisor.level.Anatomy;
import vdcsim.hypervisor.level.Bill;
import vdcsim.hypervisor.level.Call;
import vdcsim.hypervisor.level.Cause;
import vdcsim.hypervisor.level.Image;
import vdcsim.hypervisor.level.Level;
import vdcsim.hypervisor.level.Linux;
import vdcsim.hypervisor.level.Separation;
import vdcsim.hypervisor.level.Separation.Thing;

/**
 * A library in the program's own process builds each call of POSIX of calls of another system, as
 * Cygwin does on Windows. That system has no fork: a new process is made of the program's file, and
 * what the parent may write is copied into it.
 */
public final class ApiEmulation implements Level {
  /** Copying moves a byte in a cycle; assumed, as out of memory. */
  private static final long COPY_PAGE = Linux.PAGE_BYTES;

  private static final long LIBRARY_BYTES = 3L << 20;

  private final Linux machine = new Linux();
  private final CallTable table = new CallTable("cygwin.txt");

  @Override
  public void call(Call call, long times, Image image, Bill bill) {
    if (call.isFault() || call == Call.CONTEXT_SWITCH) {
      bill.add(Cause.KERNEL, times, machine.cycles(call));
      return;
    }
    Map<String, Long> parts = table.parts(call);
    parts.forEach((name, count) -> below(table.below(name), times * count, bill));
    Anatomy anatomy = machine.anatomy(call);
    bill.add(Cause.PAGES, times * anatomy.processes() * image.writablePages(), copiedPage());
  }

  private void below(BelowCall below, long times, Bill bill) {
    bill.add(
        Cause.CALLS_BELOW,
        times,
        below.work()
            + below.entries() * machine.cycles(Call.NULL_CALL)
            + below.switches() * machine.cycles(Call.CONTEXT_SWITCH)
            + below.faults() * machine.cycles(Call.PAGE_FAULT));
  }

  /** The page is not there in the child yet. */
  private long copiedPage() {
    return machine.cycles(Call.PAGE_FAULT) + COPY_PAGE;
  }

  @Override
  public void start(Image image, Bill bill) {
    below(table.below("create-process"), 1, bill);
    below(table.below("start-library"), 1, bill);
  }

  @Override
  public long memoryBytes(Image image) {
    return image.writablePages() * Linux.PAGE_BYTES + LIBRARY_BYTES;
  }

  @Override
  public Separation separation() {
    return Separation.of(Thing.MEMORY);
  }
}
