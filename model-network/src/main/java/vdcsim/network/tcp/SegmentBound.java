package vdcsim.network.tcp;

/**
 * How long the data of a segment may be: what the way takes, and on Linux at most half of the
 * largest window that the other side has offered, so that two can be on their way (RFC 9293,
 * 3.8.6.2.1; Linux, {@code tcp_bound_to_half_wnd}). A window of 64 KiB that is not scaled makes 32
 * 767 bytes of it, however large the MTU.
 */
final class SegmentBound {
  /** Linux, TCP_MSS_DEFAULT: a window no larger than this is used as a whole. */
  private static final int TINY_WINDOW = 536;

  /** The shortest packet that each way takes, less headers (RFC 791, 3.2). */
  private static final int LEAST = 48;

  private final boolean halves;
  private int way;
  private long largestWindow;

  SegmentBound(boolean halves) {
    this.halves = halves;
  }

  /** The handshake said so. */
  int begin(int bytesOfWay, long window) {
    way = bytesOfWay;
    return offered(window);
  }

  /** The other side offers a window. */
  int offered(long window) {
    largestWindow = Math.max(largestWindow, window);
    long most = largestWindow > TINY_WINDOW ? largestWindow / 2 : largestWindow;
    return halves && most > 0 && most < way ? (int) Math.max(most, Math.min(LEAST, way)) : way;
  }

  /** The way takes less than was known. */
  int shorten(int bytesOfWay) {
    way = Math.min(way, bytesOfWay);
    return offered(0);
  }
}
