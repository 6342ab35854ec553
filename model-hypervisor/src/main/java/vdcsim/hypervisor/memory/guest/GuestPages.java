package vdcsim.hypervisor.memory.guest;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hypervisor.cpu.PagingMonitor;
import vdcsim.hypervisor.cpu.cost.Ledger;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.PagingCosts;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.tlb.TlbSpec;

/**
 * The pages of a guest that runs a program: what its kernel and its processes do with them, one
 * thing after the other, paid for in the program's ledger. The pages of the working set are there
 * from the beginning; those of the heap come by faults, and go all at once when it is full.
 *
 * <p>What the kernel computes in all that is not paid for here: the program has it among its
 * instructions.
 */
public final class GuestPages {
  /** A third of what reaches for memory are stores. */
  public static final int WRITES_EACH = 3;

  private final int pages;
  private final int heapPages;
  private final int childPages;
  private final Mmu mmu;
  private final Kernel kernel;
  private final Deque<GuestProcess> processes = new ArrayDeque<>();
  private int nextOfHeap;
  private int nextRewritten;
  private long settledCycles;

  /**
   * A guest's pages.
   *
   * @param batch how many changes a guest with direct paging gathers at most
   * @param monitor the technique's part in the paging
   * @param memory as many frames as the specification needs, at least
   */
  public GuestPages(
      PagesSpec spec,
      PagingKind paging,
      int batch,
      PagingCosts costs,
      PagingMonitor monitor,
      PhysicalMap memory) {
    this.pages = spec.pages();
    this.heapPages = spec.heapPages();
    this.childPages = spec.childPages();
    this.mmu = new Mmu(spec.tlb().orElse(TlbSpec.UNSAID), spec.levels(), costs, monitor, memory);
    this.kernel =
        new Kernel(
            spec.levels(),
            PageSize.SMALL,
            pages + heapPages,
            memory.frames(),
            0,
            (tables, first) -> paging.make(spec.shape(batch), mmu, tables, first));
    prepare(spec.processes());
  }

  private void prepare(int count) {
    processes.add(kernel.running());
    for (int i = 1; i < count; i++) {
      GuestProcess made = kernel.newProcess();
      processes.add(made);
      kernel.run(made);
      useAll();
    }
    if (count > 1) {
      kernel.run(processes.getFirst());
    }
    useAll();
  }

  private void useAll() {
    for (int page = 0; page < pages; page++) {
      kernel.access(kernel.address(page), true);
    }
  }

  /** From now on all is counted anew, and paid for in this ledger. */
  public void chargeTo(Ledger ledger) {
    mmu.restart(ledger);
    settledCycles = 0;
  }

  /** The process that runs reads or writes one of the pages of its working set. */
  public void access(int page, boolean write) {
    mmu.ledger().direct(1, 1);
    kernel.access(kernel.address(page), write);
  }

  /** It uses a page of its heap for the first time, which faults. */
  public void fault() {
    if (kernel.running().isMapped(pages + nextOfHeap)) {
      kernel.unmapAll(pages, heapPages);
      nextOfHeap = 0;
    }
    kernel.access(kernel.address(pages + nextOfHeap), true);
    nextOfHeap = (nextOfHeap + 1) % heapPages;
  }

  /** The kernel writes so many entries of pages as they are, and waits until that is done. */
  public void rewrite(long count) {
    for (long i = 0; i < count; i++) {
      kernel.rewrite(nextRewritten);
      nextRewritten = (nextRewritten + 1) % pages;
    }
    kernel.paging().commit();
  }

  /** The next process runs. */
  public void switchProcess() {
    processes.add(processes.remove());
    kernel.run(processes.getFirst());
  }

  /**
   * The running process makes a child, which runs, uses some of the pages that it shares, every
   * third to write it, and ends; then the parent runs again.
   */
  public void fork() {
    GuestProcess parent = kernel.running();
    GuestProcess child = kernel.fork();
    kernel.run(child);
    for (int page = 0; page < childPages; page++) {
      access(page, page % WRITES_EACH == 0);
    }
    kernel.run(parent);
    kernel.end(child);
  }

  /** The kernel moves a page to another frame. */
  public void move(int page) {
    kernel.move(page);
  }

  /** The kernel takes the right away to write a page; the next write faults. */
  public void protect(int page) {
    kernel.protect(page);
  }

  /** The kernel tries to map memory that is not its own. */
  public void reachOut() {
    kernel.reachOut(0);
  }

  /** Pays for what walks have taken since this was last asked for. */
  public void settle() {
    long now = mmu.lookUpCycles();
    mmu.ledger().overhead(now - settledCycles);
    settledCycles = now;
  }

  /** What has been counted. */
  public Mmu mmu() {
    return mmu;
  }

  /** How many pages of tables the monitor keeps. */
  public long monitorTables() {
    return kernel.paging().monitorTables();
  }
}
