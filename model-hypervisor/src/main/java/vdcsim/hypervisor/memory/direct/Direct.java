package vdcsim.hypervisor.memory.direct;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hypervisor.cpu.cost.ExitReason;
import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.LinearWalk;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.pagetable.Entry;
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
      // Barham et al. 2003, 3.2: a fault goes to Xen, which hands it on.
      mmu.exit(ExitReason.PAGE_FAULT, mmu.costs().hypercall() + mmu.costs().pageFault());
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
    hypercall(mmu.costs().contextSwitch());
  }

  private void hypercall(long besides) {
    mmu.exit(
        ExitReason.HYPERCALL,
        mmu.costs().hypercall() + mmu.costs().references(types.takeChecks()) + besides);
  }

  @Override
  public void write(TablePage table, int index, long entry) {
    mmu.countUpdate();
    if (types.isTable(table)) {
      ask(new Request.Write(table, index, entry));
    } else {
      mmu.ledger().direct(1, mmu.costs().update());
      table.write(index, entry);
    }
  }

  @Override
  public void link(TablePage table, int index, TablePage child) {
    mmu.countUpdate();
    if (types.isTable(table)) {
      ask(new Request.Link(table, index, child));
    } else {
      mmu.ledger().direct(1, mmu.costs().update());
      table.link(index, link(child), child);
    }
  }

  private long link(TablePage child) {
    return Entry.of(frameFor(child.frame()), Entry.TO_WRITE);
  }

  private void ask(Request request) {
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
    hypercall(0);
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
    link.table().link(link.index(), link(link.child()), link.child());
  }

  @Override
  public void invalidate(long address) {
    ask(new Request.Invalidate(address));
  }

  @Override
  public void flush() {
    ask(new Request.Flush());
  }

  /** It is unpinned, and all that only it leads to becomes ordinary memory. */
  @Override
  public void retire(AddressSpace old) {
    commit();
    if (types.isTable(old.root())) {
      types.dropTable(old.root());
      hypercall(0);
    }
    mmu.clear();
  }

  @Override
  public void release(TablePage page) {
    commit();
  }

  @Override
  public long frameFor(long guestFrame) {
    return mmu.memory().hostFrame(guestFrame);
  }

  /** A frame of the host that is the hypervisor's. */
  @Override
  public long foreignFrame() {
    return mmu.host().monitorFrame();
  }

  @Override
  public long hostFrame(AddressSpace of, long address) {
    return LinearWalk.frame(of.root(), address);
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
