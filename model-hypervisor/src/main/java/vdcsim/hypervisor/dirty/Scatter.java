package vdcsim.hypervisor.dirty;

/**
 * An order of pages in which neighbours lie far apart, so that what is sent early in a round is a
 * sample of the whole memory (Xen 3, xc_linux_save.c, permute: the number's upper bits and its ten
 * lower ones change places).
 */
final class Scatter {
  private static final int LOW_BITS = 10;

  private final int pages;
  private final int bits;
  private final int low;

  Scatter(int pages) {
    this.pages = pages;
    this.bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, pages - 1));
    this.low = Math.min(LOW_BITS, bits);
  }

  /** The page at a place of this order. */
  int page(int place) {
    return (place >> (bits - low) | place << low) & ((1 << bits) - 1);
  }

  /** The next place, and the first after the last. */
  int after(int place) {
    int next = place;
    do {
      next = next + 1 == 1 << bits ? 0 : next + 1;
    } while (page(next) >= pages);
    return next;
  }
}
