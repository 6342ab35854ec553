package vdcsim.hardware.nic;

import vdcsim.hardware.ethernet.Frame;

/**
 * The hash of a flow that receive-side scaling spreads by (Microsoft, RSS hash types, with the key
 * of its verification suite): of an IPv4 packet with ports its two addresses and ports, of another
 * its addresses; all else has the hash 0.
 */
final class FlowHash {
  private static final String KEY =
      "6d5a56da255b0ec24167253d43a38fb0d0ca2bcbae7b30b477cb2da38030f20c6a42b73bbeac01fa";

  private final long[] windows = new long[12 * Byte.SIZE];
  private final byte[] flow = new byte[12];

  FlowHash() {
    for (int bit = 0; bit < windows.length; bit++) {
      windows[bit] = keyBits(bit);
    }
  }

  /** The 32 bits of the key from a bit on. */
  private static long keyBits(int from) {
    long window = 0;
    for (int bit = from; bit < from + Integer.SIZE; bit++) {
      int digit = Character.digit(KEY.charAt(bit / 4), 16);
      window = window << 1 | (digit >> (3 - bit % 4) & 1);
    }
    return window;
  }

  /** The hash of these bytes, 12 at most. */
  long of(byte[] input, int from, int length) {
    long hash = 0;
    for (int bit = 0; bit < length * Byte.SIZE; bit++) {
      if ((input[from + bit / Byte.SIZE] >> (7 - bit % Byte.SIZE) & 1) != 0) {
        hash ^= windows[bit];
      }
    }
    return hash;
  }

  long of(Frame frame) {
    return of(flow, 0, frame.payload().flow(flow));
  }
}
