package vdcsim.hypervisor.dirty;

/**
 * Sends only what has changed of a page that was sent before, if the page as it was sent is still
 * remembered (QEMU, migration/ram.c, save_xbzrle_page).
 *
 * @param cachePages how many pages are remembered, a power of two
 * @param bytes what the difference takes in the stream
 */
public record Xbzrle(int cachePages, int bytes) {
  private static final int PAGE_HEADER = 8;

  /** A flag and the length of what follows. */
  private static final int DELTA_HEADER = 3;

  /** The unchanged run before the change, as a number of variable length (LEB128). */
  private static final int ZERO_RUN = 2;

  /** Runs below 128 bytes have a length of one byte. */
  private static final int SHORT = 128;

  /**
   * The encoding of pages of which one run of bytes has changed.
   *
   * @param cacheBytes of remembered pages
   * @param changedBytes of a page between two times that it is sent
   */
  public static Xbzrle of(long cacheBytes, int changedBytes) {
    int encoded = ZERO_RUN + (changedBytes < SHORT ? 1 : 2) + changedBytes;
    boolean overflows = encoded >= Memory.PAGE_BYTES;
    int bytes = PAGE_HEADER + (overflows ? Memory.PAGE_BYTES : DELTA_HEADER + encoded);
    return new Xbzrle(Math.toIntExact(cacheBytes / Memory.PAGE_BYTES), bytes);
  }
}
