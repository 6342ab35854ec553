package vdcsim.hypervisor.memory;

import vdcsim.hypervisor.memory.pagetable.TablePage;

/**
 * A way from a guest's addresses to frames of the host: what the processor walks, and who sees it
 * when the guest changes its page tables.
 *
 * <p>The guest's kernel keeps page tables of its own. It reads them as it likes, and changes them
 * here; what it has changed holds at the latest after {@link #commit}. As on a real machine, it
 * invalidates what it has taken away or restricted.
 */
public interface Paging {
  /** What came of an access. */
  enum Reach {
    REACHED,
    /** The guest's tables do not allow it: its kernel's handler has run, and must mend them now. */
    FAULT,
    /** It led to a frame that is not the guest's. */
    REFUSED
  }

  /** A program reads or writes at an address of the address space that is loaded. */
  Reach access(long address, boolean write);

  /** The kernel loads an address space (CR3). */
  void load(AddressSpace space);

  /** The kernel writes an entry that maps a page, or nothing. */
  void write(TablePage table, int index, long entry);

  /** The kernel writes an entry that leads to a page of the table one level below. */
  void link(TablePage table, int index, TablePage child);

  /** The kernel invalidates the translation of an address (INVLPG). */
  void invalidate(long address);

  /** The kernel invalidates all translations of the address space. */
  void flush();

  /** The kernel waits until all that it asked for has been done. */
  default void commit() {}

  /** The kernel begins to dismantle an address space that is not loaded. */
  default void retire(AddressSpace space) {}

  /** The kernel no longer uses a page for a table; no entry that is in use leads to it. */
  void release(TablePage page);

  /** Whose frames stand in the entries of the guest's tables. */
  Naming naming();

  /** What the kernel writes into an entry, so that it leads to a frame of the guest's own. */
  default long frameFor(long guestFrame) {
    return naming().frameFor(mmu().memory(), guestFrame);
  }

  /** What a kernel writes into an entry that would lead to memory that is not the guest's. */
  default long foreignFrame() {
    return naming().foreignFrame(mmu().memory());
  }

  /**
   * The frame of the host that the tables now lead to, or {@code PhysicalMap.NONE}: where the
   * processor walks the guest's own tables alone, what these say.
   */
  default long hostFrame(AddressSpace space, long address) {
    return LinearWalk.frame(space.root(), address);
  }

  /** How many pages of tables the monitor keeps for this guest. */
  default long monitorTables() {
    return 0;
  }

  /** What it shares with all other ways: the TLB and the costs. */
  Mmu mmu();
}
