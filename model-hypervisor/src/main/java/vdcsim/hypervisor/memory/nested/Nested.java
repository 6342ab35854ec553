package vdcsim.hypervisor.memory.nested;

import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Naming;
import vdcsim.hypervisor.memory.OwnTables;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;
import vdcsim.hypervisor.memory.tlb.Tags;

/**
 * Nested page tables (EPT, NPT): the guest has its page tables to itself, and the processor walks
 * both theirs and the monitor's. No exit is needed for what a guest does to its tables.
 */
public final class Nested implements Paging {
  private final Mmu mmu;
  private final NestedTable table;
  private final NestedWalk walk;
  private final OwnTables own;
  private AddressSpace space;

  /**
   * For a guest whose memory is all mapped.
   *
   * @param guestLevels of the guest's tables
   * @param levels of the monitor's
   */
  public Nested(Mmu mmu, TablePages guestPages, int guestLevels, int levels, AddressSpace first) {
    this.mmu = mmu;
    this.table = new NestedTable(mmu.memory(), levels);
    this.walk = new NestedWalk(mmu, guestPages, guestLevels, table, levels);
    this.own = new OwnTables(mmu, naming());
    this.space = first;
  }

  @Override
  public Reach access(long address, boolean write) {
    if (mmu.reaches(address, write)) {
      return Reach.REACHED;
    }
    long entry = walk.walk(space.root(), address, write);
    if (entry == NestedWalk.VIOLATION) {
      mmu.countRefused();
      meet(PagingEvent.VIOLATION);
      return Reach.REFUSED;
    }
    if (entry == NestedWalk.FAULT) {
      mmu.countFault();
      meet(PagingEvent.TRUE_FAULT);
      return Reach.FAULT;
    }
    mmu.keep(address, walk.size(), entry);
    return Reach.REACHED;
  }

  private void meet(PagingEvent event) {
    if (mmu.meet(event) && mmu.spec().tags() == Tags.NONE) {
      walk.forget();
    }
  }

  @Override
  public void load(AddressSpace next) {
    space = next;
    mmu.load(next);
    meet(PagingEvent.SWITCH);
  }

  @Override
  public void write(TablePage page, int index, long entry) {
    own.write(page, index, entry);
  }

  @Override
  public void link(TablePage page, int index, TablePage child) {
    own.link(page, index, child);
  }

  // SDM volume 3, 28.3.3.1: INVLPG touches combined mappings only, and what is known of the
  // guest's frames stays.
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
    return Naming.GUEST_FRAMES;
  }

  @Override
  public long hostFrame(AddressSpace of, long address) {
    return walk.frame(of.root(), address);
  }

  @Override
  public long monitorTables() {
    return table.pages().count();
  }

  @Override
  public Mmu mmu() {
    return mmu;
  }
}
