package vdcsim.hypervisor.memory.pagetable;

/** A page of a page table: 512 entries. It lies in a frame, as all memory does. */
public final class TablePage {
  /** Entries in a page. */
  public static final int ENTRIES = 512;

  private static final int PAGE_SHIFT = 12;
  private static final int INDEX_BITS = 9;

  private final int number;
  private final long[] entries = new long[ENTRIES];
  private final TablePage[] children;
  private int level;
  private long frame;
  private int present;

  TablePage(int number, int level, long frame) {
    this.number = number;
    this.level = level;
    this.frame = frame;
    this.children = new TablePage[ENTRIES];
  }

  void reuse(int newLevel, long newFrame) {
    level = newLevel;
    frame = newFrame;
    for (int i = 0; i < ENTRIES; i++) {
      entries[i] = 0;
    }
    present = 0;
  }

  /** Counted from 0 among the pages of its set; a page that was given back lends its number. */
  public int number() {
    return number;
  }

  /** 1 for the lowest, whose entries map pages of 4 KiB. */
  public int level() {
    return level;
  }

  /** Where it lies. */
  public long frame() {
    return frame;
  }

  /** How many entries are present. */
  public int present() {
    return present;
  }

  /** An entry. */
  public long entry(int index) {
    return entries[index];
  }

  /** Whether an entry is present and leads to a further page of the table. */
  public boolean leadsDown(int index) {
    return level > 1 && Entry.has(entries[index], Entry.PRESENT) && !isLarge(index);
  }

  private boolean isLarge(int index) {
    return Entry.has(entries[index], Entry.LARGE);
  }

  /** The page below; asked only where {@link #leadsDown} holds. */
  public TablePage child(int index) {
    return children[index];
  }

  /** Writes an entry that maps a page, or nothing. */
  public void write(int index, long entry) {
    present += (int) ((entry & Entry.PRESENT) - (entries[index] & Entry.PRESENT));
    entries[index] = entry;
  }

  /** Writes an entry that leads to a page one level below. */
  public void link(int index, long entry, TablePage child) {
    write(index, entry);
    children[index] = child;
  }

  /** Adds bits to an entry, as a processor does with {@link Entry#ACCESSED}. */
  public void mark(int index, long bits) {
    entries[index] |= bits;
  }

  /** The index of an address in a page of a level. */
  public static int index(long address, int level) {
    return (int) (address >>> shift(level)) & (ENTRIES - 1);
  }

  /** How many bits of an address an entry of a level leaves untranslated. */
  public static int shift(int level) {
    return PAGE_SHIFT + INDEX_BITS * (level - 1);
  }

  /** How many frames a page has that is mapped at a level. */
  public static long framesOf(int level) {
    return 1L << (INDEX_BITS * (level - 1));
  }
}
