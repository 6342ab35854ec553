package vdcsim.hypervisor.memory.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;

/**
 * What a guest's kernel does with memory: it maps and unmaps pages, mends faults, copies an address
 * space with its pages shared until somebody writes, and changes between processes. It keeps page
 * tables as it would on a machine of its own; how its changes take effect is the paging's matter.
 */
final class Kernel {
  /** Where the region of each process begins: within the reach of three levels. */
  static final long BASE = 1L << 37;

  /** One fault for a page that is not there, and one for a first write to it. */
  private static final int MOST_TRIES = 2;

  private final int levels;
  private final PageSize size;
  private final int pages;
  private final GuestFrames frames;
  private final int[] sharers;
  private final long pageCycles;
  private final TablePages tables;
  private final List<Integer> freeNumbers = new ArrayList<>();
  private final Paging paging;
  private int numbers;
  private GuestProcess running;

  /**
   * A kernel with one process, which runs.
   *
   * @param levels of its page tables
   * @param pages in the region of each process
   * @param smallPageCycles what it computes to clear or copy a page of 4 KiB
   * @param paging made for the first address space and the pages of the tables
   */
  Kernel(
      int levels,
      PageSize size,
      int pages,
      int memoryFrames,
      long smallPageCycles,
      BiFunction<TablePages, AddressSpace, Paging> paging) {
    this.levels = levels;
    this.size = size;
    this.pages = pages;
    this.frames = new GuestFrames(memoryFrames, size.order());
    this.sharers = new int[memoryFrames];
    this.pageCycles = smallPageCycles << size.order();
    this.tables = new TablePages(() -> frames.takeOne(), frame -> frames.releaseOne((int) frame));
    this.running = newProcess();
    this.paging = paging.apply(tables, running.space());
  }

  TablePages tables() {
    return tables;
  }

  GuestProcess running() {
    return running;
  }

  Paging paging() {
    return paging;
  }

  /** A process with nothing mapped. */
  GuestProcess newProcess() {
    int number = freeNumbers.isEmpty() ? numbers++ : freeNumbers.remove(freeNumbers.size() - 1);
    return new GuestProcess(new AddressSpace(tables.make(levels), number), pages);
  }

  long address(int page) {
    return BASE + page * size.bytes();
  }

  /** A program reads or writes; the kernel mends what faults. */
  Paging.Reach access(long address, boolean write) {
    Paging.Reach met = paging.access(address, write);
    for (int tries = 0; met == Paging.Reach.FAULT; tries++) {
      if (tries == MOST_TRIES) {
        throw new IllegalStateException("a fault that the kernel has mended comes again");
      }
      mend((int) ((address - BASE) >>> TablePage.shift(size.level())), write);
      met = paging.access(address, write);
    }
    return met;
  }

  private void mend(int page, boolean write) {
    if (!running.isMapped(page)) {
      // A page that was somebody else's is cleared first (Linux, alloc_zeroed_user_highpage).
      place(running, page, filledPage(), true, write);
    } else if (!write || running.isWritable(page)) {
      // What the tables say is not what the kernel wants: it says so again.
      place(running, page, running.frame(page), running.isWritable(page), write);
    } else {
      copyOnWrite(page);
    }
    paging.commit();
  }

  private void copyOnWrite(int page) {
    int old = running.frame(page);
    int frame = old;
    if (sharers[old] > 1) {
      sharers[old]--;
      frame = filledPage();
    }
    place(running, page, frame, true, true);
    paging.invalidate(address(page));
  }

  /** A page for one process, which the kernel clears, or fills from another. */
  private int filledPage() {
    int frame = frames.takePage();
    sharers[frame] = 1;
    paging.mmu().ledger().direct(1, pageCycles);
    return frame;
  }

  /** Maps a page; as in Linux, it counts as used at once, and as written if that is why. */
  private void place(GuestProcess of, int page, int frame, boolean mayWrite, boolean written) {
    of.map(page, frame, mayWrite);
    long bits =
        Entry.TO_READ
            | Entry.ACCESSED
            | (mayWrite ? Entry.WRITABLE : 0)
            | (written ? Entry.DIRTY : 0)
            | (size == PageSize.SMALL ? 0 : Entry.LARGE);
    write(of, page, Entry.of(paging.frameFor(frame), bits));
  }

  private void write(GuestProcess of, int page, long entry) {
    TablePage table = tableFor(of, address(page));
    paging.write(table, TablePage.index(address(page), table.level()), entry);
  }

  private TablePage tableFor(GuestProcess of, long address) {
    TablePage table = of.space().root();
    while (table.level() > size.level()) {
      int index = TablePage.index(address, table.level());
      if (!table.leadsDown(index)) {
        paging.link(table, index, tables.make(table.level() - 1));
        paging.commit();
      }
      table = table.child(index);
    }
    return table;
  }

  /** Takes a page away; the next access faults. */
  void unmap(int page) {
    if (running.isMapped(page)) {
      int frame = clear(page);
      paging.invalidate(address(page));
      paging.commit();
      letGo(frame);
    }
  }

  /** Takes pages that follow each other away, and gives them up when no translation is left. */
  void unmapAll(int first, int count) {
    List<Integer> taken = new ArrayList<>();
    for (int page = first; page < first + count; page++) {
      if (running.isMapped(page)) {
        taken.add(clear(page));
      }
    }
    paging.flush();
    paging.commit();
    taken.forEach(this::letGo);
  }

  /** Clears a page's entry; returns the frame that it has led to. */
  private int clear(int page) {
    int frame = running.frame(page);
    running.unmap(page);
    write(running, page, 0);
    return frame;
  }

  /** Writes a page's entry as it is; no translation is wrong after that. */
  void rewrite(int page) {
    boolean mayWrite = running.isWritable(page);
    place(running, page, running.frame(page), mayWrite, mayWrite);
  }

  private void letGo(int frame) {
    sharers[frame]--;
    if (sharers[frame] == 0) {
      frames.releasePage(frame);
    }
  }

  /** Moves a page to another frame: one entry is written, and one translation invalidated. */
  void move(int page) {
    if (running.isMapped(page)) {
      int old = running.frame(page);
      place(running, page, filledPage(), true, true);
      paging.invalidate(address(page));
      paging.commit();
      letGo(old);
    }
  }

  /** Takes the right to write away, as a collector or a checkpoint does; the next write faults. */
  void protect(int page) {
    if (running.isMapped(page) && running.isWritable(page)) {
      place(running, page, running.frame(page), false, false);
      paging.invalidate(address(page));
      paging.commit();
    }
  }

  /** A child that shares all pages until one of both writes (fork). */
  GuestProcess fork() {
    GuestProcess child = newProcess();
    for (int page = 0; page < pages; page++) {
      if (running.isMapped(page)) {
        int frame = running.frame(page);
        sharers[frame]++;
        if (running.isWritable(page)) {
          place(running, page, frame, false, false);
        }
        place(child, page, frame, false, false);
      }
    }
    paging.flush();
    paging.commit();
    return child;
  }

  /** Another process runs. */
  void run(GuestProcess next) {
    running = next;
    paging.load(next.space());
  }

  /** Ends a process that does not run. */
  void end(GuestProcess old) {
    paging.retire(old.space());
    dismantle(old.space().root());
    for (int page = 0; page < pages; page++) {
      if (old.isMapped(page)) {
        letGo(old.frame(page));
      }
    }
    freeNumbers.add(old.space().number());
  }

  /** Clears the entries that lead down, and gives the pages back, the lowest first. */
  private void dismantle(TablePage table) {
    for (int index = 0; index < TablePage.ENTRIES; index++) {
      if (table.leadsDown(index)) {
        TablePage child = table.child(index);
        paging.write(table, index, 0);
        dismantle(child);
      }
    }
    paging.mmu().ledger().direct(table.present(), paging.mmu().costs().update());
    paging.release(table);
    tables.release(table);
  }

  /**
   * Tries to map a page to memory that is not the guest's, and to use it.
   *
   * @return what came of it
   */
  Paging.Reach reachOut(int page) {
    long refusedBefore = paging.mmu().refused();
    long large = size == PageSize.SMALL ? 0 : Entry.LARGE;
    write(running, page, Entry.of(paging.foreignFrame(), Entry.TO_READ | large));
    paging.invalidate(address(page));
    paging.commit();
    boolean refused = paging.mmu().refused() > refusedBefore;
    Paging.Reach met = refused ? Paging.Reach.REFUSED : paging.access(address(page), false);
    if (running.isMapped(page)) {
      place(running, page, running.frame(page), running.isWritable(page), false);
    } else {
      write(running, page, 0);
    }
    paging.invalidate(address(page));
    paging.commit();
    return met;
  }
}
