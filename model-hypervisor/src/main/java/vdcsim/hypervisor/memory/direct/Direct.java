package vdcsim.hypervisor.memory.direct;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.LinearWalk;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Naming;
import vdcsim.hypervisor.memory.OwnTables;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;
import vdcsim.kernel.spec.Refusal;

/**
 * Xen's direct paging: the processor walks the guest's own tables, whose entries name frames of the
 * host. The guest may read them, and asks the hypervisor for changes, which it checks; many in one
 * hypercall.
 */
public final class Direct implements Paging {
  /** The most that Xen takes in a hypercall (Barham et al. 2003). */
  public static final int MOST_UPDATES = 2048;

  private final Mmu mmu;
  private final int batch;
  private final FrameTypes types;
  private final LinearWalk walk;
  private final OwnTables own;
  private final List<Request> queue = new ArrayList<>();
  private AddressSpace space;

  /**
   * The tables of {@code first} are checked at once.
   *
   * @param batch how many changes the guest gathers for a hypercall at most
   */
  public Direct(Mmu mmu, TablePages tables, int levels, int batch, AddressSpace first) {
    if (batch < 1 || batch > MOST_UPDATES) {
      throw new Refusal("batch", "batch must lie between 1 and " + MOST_UPDATES + ", was " + batch);
    }
    this.mmu = mmu;
    this.batch = batch;
    this.types = new FrameTypes(mmu.memory());
    this.walk = new LinearWalk(mmu, tables, levels);
    this.own = new OwnTables(mmu, naming());
    this.space = first;
    types.takeTable(first.root());
    types.takeChecks();
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
    commit();
    if (!types.isTable(next.root()) && !types.takeTable(next.root())) {
      mmu.countRefused();
    } else {
      space = next;
      mmu.load(next);
    }
    ask(PagingEvent.SWITCH);
  }

  /** Calls the hypervisor, which has checked some entries. */
  private void ask(PagingEvent event) {
    mmu.meet(event, mmu.costs().references(types.takeChecks()));
  }

  @Override
  public void write(TablePage table, int index, long entry) {
    if (types.isTable(table)) {
      mmu.countUpdate();
      gather(new Request.Write(table, index, entry));
    } else {
      own.write(table, index, entry);
    }
  }

  @Override
  public void link(TablePage table, int index, TablePage child) {
    if (types.isTable(table)) {
      mmu.countUpdate();
      gather(new Request.Link(table, index, child));
    } else {
      own.link(table, index, child);
    }
  }

  private void gather(Request request) {
    queue.add(request);
    if (queue.size() == batch) {
      commit();
    }
  }

  @Override
  public void commit() {
    if (queue.isEmpty()) {
      return;
    }
    for (Request request : queue) {
      if (request instanceof Request.Write write) {
        carryOut(write);
      } else if (request instanceof Request.Link link) {
        carryOut(link);
      } else if (request instanceof Request.Invalidate invalidate) {
        mmu.drop(invalidate.address());
      } else {
        mmu.clear();
      }
    }
    queue.clear();
    ask(PagingEvent.REQUEST);
  }

  private void carryOut(Request.Write write) {
    if (!types.takePage(write.entry(), write.table().level())) {
      mmu.countRefused();
      return;
    }
    types.dropEntry(write.table(), write.index());
    write.table().write(write.index(), write.entry());
  }

  private void carryOut(Request.Link link) {
    if (!types.takeTable(link.child())) {
      mmu.countRefused();
      return;
    }
    types.dropEntry(link.table(), link.index());
    link.table().link(link.index(), own.entry(link.child()), link.child());
  }

  @Override
  public void invalidate(long address) {
    gather(new Request.Invalidate(address));
  }

  @Override
  public void flush() {
    gather(new Request.Flush());
  }

  /** It is unpinned, and all that only it leads to becomes ordinary memory. */
  @Override
  public void retire(AddressSpace old) {
    commit();
    if (types.isTable(old.root())) {
      types.dropTable(old.root());
      ask(PagingEvent.REQUEST);
    }
    mmu.clear();
  }

  @Override
  public void release(TablePage page) {
    commit();
  }

  @Override
  public Naming naming() {
    return Naming.HOST_FRAMES;
  }

  /** How often a frame of the guest's is in use as a table or as writable memory. */
  public int uses(long guestFrame) {
    return types.count(guestFrame);
  }

  @Override
  public Mmu mmu() {
    return mmu;
  }
}
