package vdcsim.hypervisor.memory.direct;

import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.pagetable.TablePage;

/**
 * What each frame of a guest is used as, and how often: writable memory, or a page of a table of
 * some level, never both at once. So no guest can write what the processor walks.
 */
final class FrameTypes {
  private static final byte WRITABLE = -1;

  private final PhysicalMap memory;
  private final byte[] types;
  private final int[] counts;
  private long checks;

  FrameTypes(PhysicalMap memory) {
    this.memory = memory;
    this.types = new byte[memory.frames()];
    this.counts = new int[memory.frames()];
  }

  /** Whether a frame of the guest's is in use as a page of a table, so that it is read-only. */
  boolean isTable(TablePage page) {
    int frame = (int) page.frame();
    return counts[frame] > 0 && types[frame] == page.level();
  }

  /** How often a frame of the guest's is in use as what it is. */
  int count(long guestFrame) {
    return counts[(int) guestFrame];
  }

  /** How many entries and frames have been looked at since this was last asked. */
  long takeChecks() {
    long taken = checks;
    checks = 0;
    return taken;
  }

  private boolean take(long guestFrame, byte type) {
    int frame = (int) guestFrame;
    checks++;
    if (counts[frame] > 0 && types[frame] != type) {
      return false;
    }
    types[frame] = type;
    counts[frame]++;
    return true;
  }

  private void drop(long guestFrame) {
    counts[(int) guestFrame]--;
  }

  /** Takes what an entry that maps a page refers to; false where the guest may not have it. */
  boolean takePage(long entry, int level) {
    checks++;
    if (!Entry.has(entry, Entry.PRESENT)) {
      return true;
    }
    long run = TablePage.framesOf(level);
    long first = Entry.frame(entry);
    HostMemory host = memory.host();
    if (!memory.owns(first) || memory.order() < PageSize.at(level).order()) {
      return false;
    }
    if (!Entry.has(entry, Entry.WRITABLE)) {
      return true;
    }
    for (long i = 0; i < run; i++) {
      if (!take(host.guestFrame(first + i), WRITABLE)) {
        for (long j = 0; j < i; j++) {
          drop(host.guestFrame(first + j));
        }
        return false;
      }
    }
    return true;
  }

  /** Gives back what an entry that maps a page referred to. */
  void dropPage(long entry, int level) {
    if (Entry.has(entry, Entry.PRESENT | Entry.WRITABLE)) {
      long run = TablePage.framesOf(level);
      for (long i = 0; i < run; i++) {
        drop(memory.host().guestFrame(Entry.frame(entry) + i));
      }
    }
  }

  /**
   * Takes a frame as a page of a table. What is not one yet is looked through, entry by entry, with
   * all that it leads to.
   */
  boolean takeTable(TablePage page) {
    boolean known = isTable(page);
    if (!take(page.frame(), (byte) page.level())) {
      return false;
    }
    if (known) {
      return true;
    }
    for (int index = 0; index < TablePage.ENTRIES; index++) {
      if (!takeEntry(page, index)) {
        for (int i = 0; i < index; i++) {
          dropEntry(page, i);
        }
        drop(page.frame());
        return false;
      }
    }
    return true;
  }

  /** A frame is a page of a table once less; the last time, it becomes ordinary memory again. */
  void dropTable(TablePage page) {
    drop(page.frame());
    if (counts[(int) page.frame()] == 0) {
      for (int index = 0; index < TablePage.ENTRIES; index++) {
        dropEntry(page, index);
      }
    }
  }

  private boolean takeEntry(TablePage page, int index) {
    if (page.leadsDown(index)) {
      checks++;
      return takeTable(page.child(index));
    }
    return takePage(page.entry(index), page.level());
  }

  /** Gives back what an entry referred to. */
  void dropEntry(TablePage page, int index) {
    if (page.leadsDown(index)) {
      dropTable(page.child(index));
    } else {
      dropPage(page.entry(index), page.level());
    }
  }
}
