package vdcsim.hypervisor.memory.bare;

import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.LinearWalk;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;

/** Without a monitor: the kernel's own tables are what the processor walks, and nobody looks. */
public final class Bare implements Paging {
  private static final long LINK = Entry.TO_WRITE;

  private final Mmu mmu;
  private final LinearWalk walk;
  private AddressSpace space;

  /** A machine whose page tables have so many levels; {@code first} is loaded. */
  public Bare(Mmu mmu, TablePages tables, int levels, AddressSpace first) {
    this.mmu = mmu;
    this.walk = new LinearWalk(mmu, tables, levels);
    this.space = first;
  }

  @Override
  public Reach access(long address, boolean write) {
    if (mmu.reaches(address, write)) {
      return Reach.REACHED;
    }
    long entry = walk.walk(space.root(), address, write);
    if (entry == LinearWalk.FAULT) {
      mmu.countFault();
      mmu.ledger().direct(1, mmu.costs().pageFault());
      return Reach.FAULT;
    }
    mmu.keep(address, walk.size(), entry);
    return Reach.REACHED;
  }

  @Override
  public void load(AddressSpace next) {
    space = next;
    mmu.load(next);
    mmu.ledger().direct(1, mmu.costs().contextSwitch());
  }

  @Override
  public void write(TablePage table, int index, long entry) {
    mmu.countUpdate();
    mmu.ledger().direct(1, mmu.costs().update());
    table.write(index, entry);
  }

  @Override
  public void link(TablePage table, int index, TablePage child) {
    mmu.countUpdate();
    mmu.ledger().direct(1, mmu.costs().update());
    table.link(index, Entry.of(frameFor(child.frame()), LINK), child);
  }

  @Override
  public void invalidate(long address) {
    mmu.ledger().direct(1, mmu.costs().update());
    mmu.drop(address);
  }

  @Override
  public void flush() {
    mmu.ledger().direct(1, mmu.costs().update());
    mmu.clear();
  }

  @Override
  public void release(TablePage page) {
    mmu.clear();
  }

  @Override
  public long frameFor(long guestFrame) {
    return mmu.memory().hostFrame(guestFrame);
  }

  /** The host's frames are all in reach, those of a monitor beside it too. */
  @Override
  public long foreignFrame() {
    return mmu.host().monitorFrame();
  }

  @Override
  public long hostFrame(AddressSpace of, long address) {
    return LinearWalk.frame(of.root(), address);
  }

  @Override
  public Mmu mmu() {
    return mmu;
  }
}
