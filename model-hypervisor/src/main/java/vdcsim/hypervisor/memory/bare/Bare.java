package vdcsim.hypervisor.memory.bare;

import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.LinearWalk;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Naming;
import vdcsim.hypervisor.memory.OwnTables;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;

/** Without a monitor: the kernel's own tables are what the processor walks, and nobody looks. */
public final class Bare implements Paging {
  private final Mmu mmu;
  private final LinearWalk walk;
  private final OwnTables own;
  private AddressSpace space;

  /** A machine whose page tables have so many levels; {@code first} is loaded. */
  public Bare(Mmu mmu, TablePages tables, int levels, AddressSpace first) {
    this.mmu = mmu;
    this.walk = new LinearWalk(mmu, tables, levels);
    this.own = new OwnTables(mmu, naming());
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
      mmu.meet(PagingEvent.TRUE_FAULT);
      return Reach.FAULT;
    }
    mmu.keep(address, walk.size(), entry);
    return Reach.REACHED;
  }

  @Override
  public void load(AddressSpace next) {
    space = next;
    mmu.load(next);
    mmu.meet(PagingEvent.SWITCH);
  }

  @Override
  public void write(TablePage table, int index, long entry) {
    own.write(table, index, entry);
  }

  @Override
  public void link(TablePage table, int index, TablePage child) {
    own.link(table, index, child);
  }

  @Override
  public void invalidate(long address) {
    own.invalidate(address);
  }

  @Override
  public void flush() {
    own.flush();
  }

  @Override
  public void release(TablePage page) {
    mmu.clear();
  }

  @Override
  public Naming naming() {
    return Naming.HOST_FRAMES;
  }

  @Override
  public Mmu mmu() {
    return mmu;
  }
}
