package vdcsim.hypervisor.memory.shadow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vdcsim.hypervisor.cpu.PagingEvent;
import vdcsim.hypervisor.memory.AddressSpace;
import vdcsim.hypervisor.memory.LinearWalk;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.Naming;
import vdcsim.hypervisor.memory.OwnTables;
import vdcsim.hypervisor.memory.Paging;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.TablePage;

/**
 * Shadow page tables: the processor walks tables of the monitor's, from the guest's addresses
 * straight to frames of the host. The monitor write-protects the guest's tables, so that each
 * change leads to an exit, and fills its own where a fault shows that something is missing.
 */
public final class Shadow implements Paging {
  /** References to compare a page of a guest's table with its shadow: its 64 cache lines. */
  private static final int LINES = 64;

  private final Mmu mmu;
  private final boolean outOfSync;
  private final ShadowTables tables;
  private final LinearWalk walk;
  private final OwnTables own;
  private final List<TablePage> unsynchronized = new ArrayList<>();
  private final BitSet free = new BitSet();
  private AddressSpace space;
  private TablePage root;

  /**
   * Nothing is shadowed yet.
   *
   * @param outOfSync whether a page of the lowest level may be written freely after the first
   *     write, until the guest invalidates (KVM's unsync pages)
   */
  public Shadow(Mmu mmu, int levels, boolean outOfSync, AddressSpace first) {
    this.mmu = mmu;
    this.outOfSync = outOfSync;
    this.tables = new ShadowTables(mmu.host());
    this.walk = new LinearWalk(mmu, tables.pages(), levels);
    this.own = new OwnTables(mmu, naming());
    this.space = first;
    this.root = tables.requireRoot(first.root());
  }

  @Override
  public Reach access(long address, boolean write) {
    if (mmu.reaches(address, write)) {
      return Reach.REACHED;
    }
    long entry = walk.walk(root, address, write);
    if (entry == LinearWalk.FAULT) {
      Reach met = fault(address, write);
      if (met != Reach.REACHED) {
        return met;
      }
      // The access is tried again, and misses, since what the fault filled is in no TLB yet.
      mmu.retries(address, write);
      entry = walk.walk(root, address, write);
      if (entry == LinearWalk.FAULT) {
        throw new IllegalStateException("a hidden fault did not fill the shadow");
      }
    }
    mmu.keep(address, walk.size(), entry);
    return Reach.REACHED;
  }

  /** The exit of a page fault: is it the guest's, or does only the shadow lack something? */
  private Reach fault(long address, boolean write) {
    long needed = write ? Entry.TO_WRITE : Entry.TO_READ;
    TablePage guest = space.root();
    TablePage shadow = root;
    int index = TablePage.index(address, guest.level());
    long rights = guest.entry(index);
    while (guest.leadsDown(index) && (rights & needed) == needed) {
      guest.mark(index, Entry.ACCESSED);
      guest = guest.child(index);
      shadow = tables.below(shadow, index, guest);
      index = TablePage.index(address, guest.level());
      rights &= guest.entry(index);
    }
    if ((rights & needed) != needed) {
      mmu.countFault();
      meet(PagingEvent.TRUE_FAULT, 0);
      return Reach.FAULT;
    }
    Reach met = fill(shadow, guest, index, address, write, rights);
    meet(PagingEvent.HIDDEN_FAULT, 0);
    return met;
  }

  private void meet(PagingEvent event, long references) {
    mmu.meet(event, mmu.costs().references(references));
    if (tables.takeFreed()) {
      mmu.clear();
    }
  }

  /** A hidden fault: the guest's table has the page, and now the shadow has it too. */
  private Reach fill(
      TablePage shadow, TablePage guest, int index, long address, boolean write, long rights) {
    long frame = Entry.frame(guest.entry(index));
    if (mmu.memory().hostFrame(frame + LinearWalk.within(address, guest.level()))
        == PhysicalMap.NONE) {
      mmu.countRefused();
      return Reach.REFUSED;
    }
    guest.mark(index, write ? Entry.ACCESSED | Entry.DIRTY : Entry.ACCESSED);
    mmu.countHiddenFault();
    int level = ShadowTables.hostLevel(guest.level(), mmu.memory().order());
    TablePage at = shadow;
    int slot = index;
    while (at.level() > level) {
      at = tables.parts(at, slot);
      slot = TablePage.index(address, at.level());
    }
    long first = frame + LinearWalk.within(address, guest.level());
    put(at, slot, first - LinearWalk.within(address, level), guest.entry(index), rights);
    return Reach.REACHED;
  }

  /** Writable only once the guest's entry is dirty, so that the first write is seen. */
  private void put(TablePage shadow, int slot, long guestFrame, long guestEntry, long rights) {
    boolean writable = Entry.has(rights, Entry.WRITABLE) && Entry.has(guestEntry, Entry.DIRTY);
    long bits = Entry.TO_READ | (writable ? Entry.WRITABLE : 0);
    long large = shadow.level() > 1 ? Entry.LARGE : 0;
    tables.drop(shadow, slot);
    shadow.write(slot, Entry.of(mmu.memory().hostFrame(guestFrame), bits | large));
  }

  @Override
  public void load(AddressSpace next) {
    long references = synchronize();
    space = next;
    root = tables.requireRoot(next.root());
    mmu.load(next);
    meet(PagingEvent.SWITCH, references);
  }

  @Override
  public void write(TablePage table, int index, long entry) {
    if (!tables.has(table) || free.get(table.number())) {
      own.write(table, index, entry);
      return;
    }
    mmu.countUpdate();
    table.write(index, entry);
    follow(table, index);
    if (outOfSync && table.level() == 1) {
      unsynchronized.add(table);
      free.set(table.number());
    }
    meet(PagingEvent.WATCHED_WRITE, 0);
  }

  @Override
  public void link(TablePage table, int index, TablePage child) {
    if (!tables.has(table)) {
      own.link(table, index, child);
      return;
    }
    mmu.countUpdate();
    table.link(index, own.entry(child), child);
    follow(table, index);
    meet(PagingEvent.WATCHED_WRITE, 0);
  }

  /** The shadow follows a change; an entry that the guest has used already is filled at once. */
  private void follow(TablePage table, int index) {
    TablePage shadow = tables.require(table);
    tables.drop(shadow, index);
    long entry = table.entry(index);
    long frame = Entry.frame(entry);
    boolean usable = Entry.has(entry, Entry.TO_READ | Entry.ACCESSED) && table.level() == 1;
    if (usable && mmu.memory().hostFrame(frame) != PhysicalMap.NONE) {
      put(shadow, index, frame, entry, entry);
    }
  }

  @Override
  public void invalidate(long address) {
    long references = synchronize();
    mmu.drop(address);
    meet(PagingEvent.INVALIDATION, references);
  }

  @Override
  public void flush() {
    long references = synchronize();
    mmu.clear();
    meet(PagingEvent.FLUSH, references);
  }

  /** Compares the pages that were written freely with their shadows, and watches them again. */
  private long synchronize() {
    long references = 0;
    for (TablePage table : unsynchronized) {
      if (tables.has(table)) {
        for (int index = 0; index < TablePage.ENTRIES; index++) {
          compare(table, index);
        }
        references += LINES;
      }
    }
    unsynchronized.clear();
    free.clear();
    return references;
  }

  private void compare(TablePage table, int index) {
    long entry = table.entry(index);
    long shadow = tables.require(table).entry(index);
    boolean written = Entry.has(shadow, Entry.WRITABLE) && !Entry.has(entry, Entry.DIRTY);
    boolean same =
        Entry.has(entry, Entry.PRESENT)
            && Entry.frame(shadow) == mmu.memory().hostFrame(Entry.frame(entry))
            && (Entry.bits(shadow) & ~Entry.bits(entry) & Entry.TO_WRITE) == 0;
    if (!same || written) {
      tables.drop(tables.require(table), index);
    }
  }

  /** Its first write of the dismantling is seen, and the monitor lets go of its shadow. */
  @Override
  public void release(TablePage page) {
    if (free.get(page.number())) {
      unsynchronized.remove(page);
      free.clear(page.number());
    }
    if (tables.has(page)) {
      tables.forget(page);
      meet(PagingEvent.WATCHED_WRITE, 0);
    }
    mmu.clear();
  }

  @Override
  public Naming naming() {
    return Naming.GUEST_FRAMES;
  }

  /** What the shadow leads to; nothing as long as the page has not been used. */
  @Override
  public long hostFrame(AddressSpace of, long address) {
    return tables
        .of(of.root())
        .map(shadow -> LinearWalk.frame(shadow, address))
        .orElse(PhysicalMap.NONE);
  }

  @Override
  public long monitorTables() {
    return tables.pages().count();
  }

  @Override
  public Mmu mmu() {
    return mmu;
  }
}
