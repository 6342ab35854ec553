package vdcsim.hypervisor.memory.pagetable;

/** Entries of page tables as x86 has them (Intel SDM volume 3, 4.5): a frame and bits. */
public final class Entry {
  /** The entry maps something. */
  public static final long PRESENT = 1;

  public static final long WRITABLE = 1 << 1;

  /** Programs may use it, and not only the kernel. */
  public static final long USER = 1 << 2;

  /** It has been used to translate. */
  public static final long ACCESSED = 1 << 5;

  /** What it maps has been written. */
  public static final long DIRTY = 1 << 6;

  /** It maps a page, though it stands above the lowest level. */
  public static final long LARGE = 1 << 7;

  /** What a read by a program needs. */
  public static final long TO_READ = PRESENT | USER;

  /** What a write by a program needs. */
  public static final long TO_WRITE = TO_READ | WRITABLE;

  /** The bits that the levels have in common: each must grant them. */
  static final long RIGHTS = PRESENT | WRITABLE | USER;

  private static final int SHIFT = 12;
  private static final long FRAME = ((1L << 40) - 1) << SHIFT;

  private Entry() {}

  /** An entry from its frame and bits. */
  public static long of(long frame, long bits) {
    return (frame << SHIFT) | bits;
  }

  /** The frame. */
  public static long frame(long entry) {
    return (entry & FRAME) >>> SHIFT;
  }

  /** Whether all the bits are there. */
  public static boolean has(long entry, long bits) {
    return (entry & bits) == bits;
  }

  /** The bits of an entry, its frame left out. */
  public static long bits(long entry) {
    return entry & ((1 << SHIFT) - 1);
  }
}
