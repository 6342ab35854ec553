package vdcsim.network.tcp;

/**
 * How large a window the receiver offers (Linux, {@code tcp_input.c}: receive buffer tuning).
 *
 * <p>A buffer that tunes itself begins with a window of 64 KiB. Each round trip in which the
 * application read more than ever before, it grows to twice that and a little, and to more while
 * the rate still climbs; up to 32 MiB of buffer, of which a half is window. One that was asked for
 * is fixed: Linux takes at most net.core.rmem_max, doubles it for its own use, and offers a half.
 */
final class ReceiveWindow {
  /** Linux, net.core.rmem_max. */
  static final long MOST_ASKED = 212_992;

  /** Linux, net.ipv4.tcp_rmem: the default, and the most; a half of either is window. */
  private static final long FIRST = 131_072 / 2;

  private static final long MOST = (32L << 20) / 2;

  private final boolean fixed;
  private final int segmentSize;
  private long window;
  private long lastRead;
  private long roundEndNs;
  private long readInRound;
  private long roundTripNs;

  ReceiveWindow(TcpSettings settings, int segmentSize) {
    this.segmentSize = segmentSize;
    this.fixed = settings.buffers().receive().isPresent();
    this.window = fixed ? Math.min(MOST_ASKED, settings.buffers().receive().getAsLong()) : FIRST;
    this.lastRead = Math.min(window, 10L * segmentSize);
  }

  /** By how many bits windows must be shifted to fit (Linux, tcp_select_initial_window). */
  static int scale(TcpSettings settings) {
    long largest =
        settings.buffers().receive().isPresent()
            ? Math.min(MOST_ASKED, settings.buffers().receive().getAsLong())
            : 2 * MOST;
    int scale = 0;
    while (largest >> scale > 0xFFFF && scale < 14) {
      scale++;
    }
    return scale;
  }

  /** The bytes that may be held, whether read or not. */
  long size() {
    return window;
  }

  /** A round trip was seen from this side. */
  void roundTrip(long ns) {
    // As Linux, small at once, larger bit by bit: delays of the other side count as well.
    roundTripNs = roundTripNs == 0 || ns < roundTripNs ? ns : (7 * roundTripNs + ns) / 8;
  }

  /** The application has read so many bytes (Linux, tcp_rcv_space_adjust). */
  void read(long bytes, long nowNs) {
    readInRound += bytes;
    if (fixed || roundTripNs == 0 || nowNs < roundEndNs) {
      return;
    }
    if (roundEndNs > 0 && readInRound > lastRead) {
      long wanted = 2 * readInRound + 16L * segmentSize;
      wanted += 2 * (wanted * (readInRound - lastRead) / lastRead);
      window = Math.max(window, Math.min(MOST, wanted));
      lastRead = readInRound;
    }
    readInRound = 0;
    roundEndNs = nowNs + roundTripNs;
  }
}
