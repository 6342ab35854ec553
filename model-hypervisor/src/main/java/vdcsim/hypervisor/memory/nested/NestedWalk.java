package vdcsim.hypervisor.memory.nested;

import vdcsim.hypervisor.memory.LinearWalk;
import vdcsim.hypervisor.memory.Mmu;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;
import vdcsim.hypervisor.memory.tlb.FrameCache;
import vdcsim.hypervisor.memory.tlb.WalkCache;

/**
 * The walk of a processor through the guest's table, each of whose pages and the page found at its
 * end lie at a place that has to be walked for in the monitor's table: in two dimensions.
 */
final class NestedWalk {
  /** The guest's table has no page there, or one without the rights. */
  static final long FAULT = 0;

  /** The monitor's table has nothing behind a frame of the guest. */
  static final long VIOLATION = -1;

  private final Mmu mmu;
  private final TablePages guestPages;
  private final int guestLevels;
  private final NestedTable table;
  private final WalkCache nestedCache;
  private final FrameCache frameCache;
  private long references;
  private long rights;
  private PageSize nestedSize = PageSize.SMALL;
  private PageSize size = PageSize.SMALL;

  NestedWalk(Mmu mmu, TablePages guestPages, int guestLevels, NestedTable table, int levels) {
    this.mmu = mmu;
    this.guestPages = guestPages;
    this.guestLevels = guestLevels;
    this.table = table;
    this.nestedCache = new WalkCache(mmu.spec(), levels);
    this.frameCache = new FrameCache(mmu.spec());
  }

  /** Looks an address up: the entry of the page on the host, {@link #FAULT} or a violation. */
  long walk(TablePage root, long address, boolean write) {
    references = 0;
    long found = guest(root, address, write);
    mmu.walked(references);
    return found;
  }

  private long guest(TablePage root, long address, boolean write) {
    long needed = write ? Entry.TO_WRITE : Entry.TO_READ;
    TablePage page = start(root, address);
    boolean placed = page.level() < guestLevels && placedByCache;
    while (true) {
      if (!placed && hostEntry(page.frame()) == VIOLATION) {
        return VIOLATION;
      }
      references++;
      int index = TablePage.index(address, page.level());
      rights &= page.entry(index);
      if ((rights & needed) != needed) {
        return FAULT;
      }
      page.mark(index, Entry.ACCESSED);
      if (!page.leadsDown(index)) {
        return found(page, index, address, write);
      }
      page = page.child(index);
      placed = false;
      mmu.walkCache().keep(address, mmu.tag(), page, rights);
    }
  }

  /** Whether the page of the last start came from a cache, which knows its place on the host. */
  private boolean placedByCache;

  /** SDM volume 3, 28.3.1: combined caches hold where a page of the guest's table really lies. */
  private TablePage start(TablePage root, long address) {
    for (int level = 1; level < guestLevels; level++) {
      long known = mmu.walkCache().find(address, level, mmu.tag());
      if (known != WalkCache.MISS) {
        rights = WalkCache.rights(known);
        placedByCache = true;
        return guestPages.numbered(WalkCache.number(known));
      }
    }
    rights = Entry.TO_WRITE;
    placedByCache = false;
    return root;
  }

  private long found(TablePage page, int index, long address, boolean write) {
    if (write) {
      page.mark(index, Entry.DIRTY);
    }
    long entry = page.entry(index);
    long guestFrame = Entry.frame(entry) + LinearWalk.within(address, page.level());
    long host = hostEntry(guestFrame);
    if (host == VIOLATION) {
      return VIOLATION;
    }
    size = PageSize.at(Math.min(page.level(), nestedSize.level()));
    long first = Entry.frame(host) - LinearWalk.within(address, size.level());
    return Entry.of(first, rights | (entry & (Entry.ACCESSED | Entry.DIRTY)));
  }

  /** The size of the page that was found last: the smaller of both tables'. */
  PageSize size() {
    return size;
  }

  /** The entry of exactly this frame of the guest; {@link #VIOLATION} where it has none. */
  private long hostEntry(long guestFrame) {
    long kept = frameCache.find(guestFrame);
    if (kept != FrameCache.MISS) {
      nestedSize = PageSize.at((int) Entry.bits(kept));
      return kept;
    }
    long address = guestFrame << TablePage.shift(1);
    TablePage page = nestedStart(address);
    references++;
    int index = TablePage.index(address, page.level());
    while (page.leadsDown(index)) {
      page = page.child(index);
      nestedCache.keep(address, 0, page, Entry.TO_WRITE);
      references++;
      index = TablePage.index(address, page.level());
    }
    long entry = page.entry(index);
    if (!Entry.has(entry, Entry.PRESENT)) {
      return VIOLATION;
    }
    nestedSize = PageSize.at(page.level());
    long frame = Entry.frame(entry) + LinearWalk.within(address, page.level());
    long found = Entry.of(frame, nestedSize.level());
    frameCache.keep(guestFrame, found);
    return found;
  }

  private TablePage nestedStart(long address) {
    for (int level = 1; level < table.root().level(); level++) {
      long known = nestedCache.find(address, level, 0);
      if (known != WalkCache.MISS) {
        return table.pages().numbered(WalkCache.number(known));
      }
    }
    return table.root();
  }

  /** Where both tables lead, without any trace of the asking. */
  long frame(TablePage root, long address) {
    long guestFrame = LinearWalk.frame(root, address);
    return guestFrame == PhysicalMap.NONE
        ? PhysicalMap.NONE
        : LinearWalk.frame(table.root(), guestFrame << TablePage.shift(1));
  }

  /** Forgets what is behind the guest's frames. */
  void forget() {
    nestedCache.clear();
    frameCache.clear();
  }
}
