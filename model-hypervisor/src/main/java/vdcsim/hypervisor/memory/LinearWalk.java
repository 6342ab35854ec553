package vdcsim.hypervisor.memory;

import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.pagetable.TablePage;
import vdcsim.hypervisor.memory.pagetable.TablePages;
import vdcsim.hypervisor.memory.tlb.WalkCache;

/** The walk of a processor through one page table, reference by reference. */
public final class LinearWalk {
  /** What a walk ends with that finds no page, or one without the rights. */
  public static final long FAULT = 0;

  private static final long ALL_RIGHTS = Entry.TO_WRITE;

  private final Mmu mmu;
  private final TablePages pages;
  private final int levels;
  private PageSize size = PageSize.SMALL;
  private long rights;

  /** Walks through tables whose pages are among {@code pages}. */
  public LinearWalk(Mmu mmu, TablePages pages, int levels) {
    this.mmu = mmu;
    this.pages = pages;
    this.levels = levels;
  }

  /**
   * Looks an address up; marks what it uses as accessed, and what is written as dirty.
   *
   * @return the page's entry, with the rights that all levels grant, or {@link #FAULT}
   */
  public long walk(TablePage root, long address, boolean write) {
    TablePage page = start(root, address);
    long needed = write ? Entry.TO_WRITE : Entry.TO_READ;
    long references = 1;
    int index = TablePage.index(address, page.level());
    rights &= page.entry(index);
    while (page.leadsDown(index) && (rights & needed) == needed) {
      page.mark(index, Entry.ACCESSED);
      page = page.child(index);
      mmu.walkCache().keep(address, mmu.tag(), page, rights);
      references++;
      index = TablePage.index(address, page.level());
      rights &= page.entry(index);
    }
    mmu.walked(references);
    return (rights & needed) == needed ? found(page, index, write) : FAULT;
  }

  /** The lowest page that the caches know the way to, or the root. */
  private TablePage start(TablePage root, long address) {
    for (int level = 1; level < levels; level++) {
      long known = mmu.walkCache().find(address, level, mmu.tag());
      if (known != WalkCache.MISS) {
        rights = WalkCache.rights(known);
        return pages.numbered(WalkCache.number(known));
      }
    }
    rights = ALL_RIGHTS;
    return root;
  }

  private long found(TablePage page, int index, boolean write) {
    page.mark(index, write ? Entry.ACCESSED | Entry.DIRTY : Entry.ACCESSED);
    size = PageSize.at(page.level());
    long entry = page.entry(index);
    return Entry.of(Entry.frame(entry), rights | (entry & (Entry.ACCESSED | Entry.DIRTY)));
  }

  /** The size of the page that was found last. */
  public PageSize size() {
    return size;
  }

  /**
   * Where a table leads for an address, without any trace of the asking.
   *
   * @return the frame of the address, or {@link PhysicalMap#NONE}
   */
  public static long frame(TablePage root, long address) {
    TablePage page = root;
    int index = TablePage.index(address, page.level());
    while (page.leadsDown(index)) {
      page = page.child(index);
      index = TablePage.index(address, page.level());
    }
    long entry = page.entry(index);
    if (!Entry.has(entry, Entry.PRESENT)) {
      return PhysicalMap.NONE;
    }
    return Entry.frame(entry) + within(address, page.level());
  }

  /** The so manieth frame of a page that is mapped at a level an address lies in. */
  public static long within(long address, int level) {
    return (address >>> TablePage.shift(1)) & (TablePage.framesOf(level) - 1);
  }
}
