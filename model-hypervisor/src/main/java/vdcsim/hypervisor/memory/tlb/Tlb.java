package vdcsim.hypervisor.memory.tlb;

import vdcsim.hypervisor.memory.pagetable.Entry;
import vdcsim.hypervisor.memory.pagetable.PageSize;
import vdcsim.hypervisor.memory.pagetable.TablePage;

/**
 * The translations that a processor keeps: a first level with an array for each page size, and a
 * second level for small pages. An entry is the page's, with the bits of a page-table entry.
 */
public final class Tlb {
  /** What is found where nothing is. */
  public static final long MISS = SetCache.MISS;

  /** A tag stands above the page's number, which has at most 45 bits. */
  private static final int TAG_SHIFT = 46;

  private final SetCache small;
  private final SetCache large;
  private final SetCache huge;
  private final SetCache second;
  private long secondHits;

  /** Empty. */
  public Tlb(TlbSpec spec) {
    this.small = new SetCache(spec.entries(), spec.ways());
    this.large = new SetCache(spec.large(), TlbSpec.WAYS);
    this.huge = new SetCache(spec.huge(), Math.max(1, spec.huge()));
    this.second = new SetCache(spec.second(), TlbSpec.WAYS);
  }

  private static long key(long address, int level, int tag) {
    return ((long) tag << TAG_SHIFT) | (address >>> TablePage.shift(level));
  }

  /**
   * The entry for an address, if it has the bits that are needed.
   *
   * @param tag of the address space
   * @return {@link #MISS} where there is none
   */
  public long find(long address, int tag, long bits) {
    long entry = small.find(key(address, 1, tag));
    if (entry == MISS) {
      entry = large.find(key(address, 2, tag));
    }
    if (entry == MISS) {
      entry = huge.find(key(address, 3, tag));
    }
    return entry == MISS ? inSecond(address, tag, bits) : (entry & bits) == bits ? entry : MISS;
  }

  private long inSecond(long address, int tag, long bits) {
    long key = key(address, 1, tag);
    long entry = second.find(key);
    if (entry == MISS || (entry & bits) != bits) {
      return MISS;
    }
    secondHits++;
    small.keep(key, entry);
    return entry;
  }

  /** Keeps a translation. */
  public void keep(long address, int tag, PageSize size, long entry) {
    long key = key(address, size.level(), tag);
    long kept = entry | Entry.PRESENT;
    switch (size) {
      case SMALL -> {
        small.keep(key, kept);
        second.keep(key, kept);
      }
      case LARGE -> large.keep(key, kept);
      case HUGE -> huge.keep(key, kept);
    }
  }

  /** Forgets the page of an address (INVLPG). */
  public void drop(long address, int tag) {
    small.drop(key(address, 1, tag));
    second.drop(key(address, 1, tag));
    large.drop(key(address, 2, tag));
    huge.drop(key(address, 3, tag));
  }

  /** Forgets everything. */
  public void clear() {
    small.clear();
    large.clear();
    huge.clear();
    second.clear();
  }

  /** Counts anew. */
  public void restart() {
    secondHits = 0;
  }

  /** How often the second level had what the first had not. */
  public long secondHits() {
    return secondHits;
  }
}
