package vdcsim.hypervisor.memory.tlb;

import vdcsim.hypervisor.memory.pagetable.TablePage;

/**
 * The paging-structure caches: for the upper bits of an address, the page of the table that they
 * lead to, and the rights granted on the way (Intel SDM volume 3, 4.10.3).
 */
public final class WalkCache {
  /** What is found where nothing is. */
  public static final long MISS = SetCache.MISS;

  private static final int TAG_SHIFT = 46;
  private static final int LOWEST = 1;
  private static final int NUMBER_SHIFT = 12;

  private final SetCache[] byLevel;

  /** Empty, for tables of so many levels. */
  public WalkCache(TlbSpec spec, int levels) {
    this.byLevel = new SetCache[levels];
    for (int level = LOWEST; level < levels; level++) {
      int entries = level == LOWEST ? spec.directories() : spec.upper();
      byLevel[level] = new SetCache(entries, Math.max(1, entries));
    }
  }

  private static long key(long address, int level, int tag) {
    return ((long) tag << TAG_SHIFT) | (address >>> TablePage.shift(level + 1));
  }

  /**
   * What is known of the way to a page of a level, below the top one.
   *
   * @return {@link #MISS}, or what {@link #number} and {@link #rights} take apart
   */
  public long find(long address, int level, int tag) {
    return byLevel[level].find(key(address, level, tag));
  }

  /** Keeps the way to a page. */
  public void keep(long address, int tag, TablePage page, long rights) {
    byLevel[page.level()].keep(
        key(address, page.level(), tag), ((long) page.number() << NUMBER_SHIFT) | rights);
  }

  /** The number of the page. */
  public static int number(long found) {
    return (int) (found >>> NUMBER_SHIFT);
  }

  /** The rights that all levels on the way grant. */
  public static long rights(long found) {
    return found & ((1 << NUMBER_SHIFT) - 1);
  }

  /** Forgets everything. */
  public void clear() {
    for (int level = LOWEST; level < byLevel.length; level++) {
      byLevel[level].clear();
    }
  }
}
