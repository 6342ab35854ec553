package vdcsim.hypervisor.memory;

import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.TablePage;

/** What a kernel does to tables that it has to itself: they change at once, and nobody watches. */
public final class OwnTables {
  private final Mmu mmu;
  private final Naming naming;

  /** Tables whose entries name the frames of somebody. */
  public OwnTables(Mmu mmu, Naming naming) {
    this.mmu = mmu;
    this.naming = naming;
  }

  /** An entry that maps a page, or nothing, is written. */
  public void write(TablePage table, int index, long entry) {
    mmu.countUpdate();
    mmu.store();
    table.write(index, entry);
  }

  /** An entry is written that leads to a page of the table one level below. */
  public void link(TablePage table, int index, TablePage child) {
    mmu.countUpdate();
    mmu.store();
    table.link(index, entry(child), child);
  }

  /** What stands in an entry that leads to a page of a table. */
  public long entry(TablePage child) {
    return Entry.of(naming.frameFor(mmu.memory(), child.frame()), Entry.TO_WRITE);
  }

  /** The translation of an address is invalidated. */
  public void invalidate(long address) {
    mmu.meet(PagingEvent.INVALIDATION);
    mmu.drop(address);
  }

  /** All translations are invalidated. */
  public void flush() {
    mmu.meet(PagingEvent.FLUSH);
    mmu.clear();
  }
}
