package vdcsim.hardware.iommu;

/**
 * The second-level page tables of a domain (VT-d 2.4, 3.7 and 9.8): a radix tree of pages with 512
 * entries, each with the bits read and write, which all levels must grant, and above the lowest
 * level the bit that says that it maps a page itself.
 */
final class SecondLevelTable {
  static final long READ = 1;
  static final long WRITE = 1 << 1;

  /** It maps a page, though it stands above the lowest level. */
  static final long LEAF = 1 << 7;

  private static final long RIGHTS = READ | WRITE;
  private static final int PAGE_SHIFT = 12;
  private static final int INDEX_BITS = 9;
  private static final int ENTRIES = 1 << INDEX_BITS;
  private static final long FRAME = ((1L << 52) - 1) & -(1L << PAGE_SHIFT);

  private final int levels;
  private final Page top;
  private int sizes;

  /** A page of the table; what an entry leads to stands beside it. */
  private static final class Page {
    final long[] entries = new long[ENTRIES];
    final Page[] below;

    Page(int level) {
      this.below = new Page[level > 1 ? ENTRIES : 0];
    }
  }

  /** What somebody needs who walks from some level on; it is used again for each walk. */
  static final class Walk {
    private Page page;
    private int level;
    private long entry;
    private int references;

    /** How many entries were read. */
    int references() {
      return references;
    }

    /** The level of the last entry. */
    int level() {
      return level;
    }

    /** The rights that all entries grant; none where nothing is mapped. */
    long rights() {
      return entry & RIGHTS;
    }

    /** The first byte of the page of the host; asked only where something is mapped. */
    long host() {
      return entry & FRAME;
    }
  }

  /** Empty tables of so many levels. */
  SecondLevelTable(int levels) {
    this.levels = levels;
    this.top = new Page(levels);
  }

  /** How many bits of an address an entry of a level leaves untranslated. */
  static int shift(int level) {
    return PAGE_SHIFT + INDEX_BITS * (level - 1);
  }

  private static int index(long address, int level) {
    return (int) (address >>> shift(level)) & (ENTRIES - 1);
  }

  /** How many levels there are. */
  int levels() {
    return levels;
  }

  /** Whether an address has no more bits than the tables translate. */
  boolean reaches(long address) {
    return address >>> shift(levels + 1) == 0;
  }

  /** The levels at which something is mapped, as bits. */
  int sizes() {
    return sizes;
  }

  /** Maps one page of a size; both addresses are multiples of it. */
  void map(long address, long host, MappingSize size, long rights) {
    Page page = top;
    for (int level = levels; level > size.level(); level--) {
      int index = index(address, level);
      if (page.below[index] == null) {
        page.below[index] = new Page(level - 1);
      }
      page.entries[index] = RIGHTS;
      page = page.below[index];
    }
    page.entries[index(address, size.level())] =
        host | rights | (size == MappingSize.SMALL ? 0 : LEAF);
    sizes |= 1 << size.level();
  }

  /** Unmaps the page of a size at an address, if there is one. */
  void unmap(long address, MappingSize size) {
    Page page = top;
    for (int level = levels; level > size.level(); level--) {
      page = page.below[index(address, level)];
      if (page == null) {
        return;
      }
    }
    page.entries[index(address, size.level())] = 0;
  }

  /**
   * Walks to an address; {@code walk} says what was found.
   *
   * @param from the level whose entry is read first; those above are known to lead there
   */
  void walk(long address, int from, Walk walk) {
    walk.page = top;
    for (int level = levels; level > from; level--) {
      walk.page = walk.page.below[index(address, level)];
    }
    walk.references = 0;
    long rights = RIGHTS;
    for (int level = from; ; level--) {
      int index = index(address, level);
      long entry = walk.page.entries[index];
      walk.references++;
      walk.level = level;
      rights &= entry;
      walk.entry = (entry & ~RIGHTS) | rights;
      if (rights == 0 || level == 1 || (entry & LEAF) != 0) {
        return;
      }
      walk.page = walk.page.below[index];
    }
  }
}
