package vdcsim.hardware.nic;

import java.nio.ByteBuffer;
import vdcsim.hardware.ethernet.Frame;

/**
 * The hash of a flow that receive-side scaling spreads by (Microsoft, RSS hash types, with the key
 * of its verification suite): of an IPv4 packet with ports its two addresses and ports, of another
 * its addresses; all else has the hash 0.
 */
final class FlowHash {
  private static final int IPV4 = 0x0800;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int HEADER = 20;
  private static final String KEY =
      "6d5a56da255b0ec24167253d43a38fb0d0ca2bcbae7b30b477cb2da38030f20c6a42b73bbeac01fa";

  private final long[] windows = new long[12 * Byte.SIZE];
  private ByteBuffer buffer = ByteBuffer.allocate(2048);

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
    if (frame.payload().etherType() != IPV4) {
      return 0;
    }
    if (buffer.capacity() < frame.payload().length()) {
      buffer = ByteBuffer.allocate(frame.payload().length());
    }
    buffer.clear();
    frame.payload().encode(buffer);
    byte[] packet = buffer.array();
    int headerBytes = (packet[0] & 0xF) * 4;
    boolean fragment = ((packet[6] & 0x3F) | packet[7]) != 0;
    int protocol = packet[9];
    boolean ports = (protocol == TCP || protocol == UDP) && !fragment;
    if (ports && headerBytes != HEADER) {
      System.arraycopy(packet, headerBytes, packet, HEADER, 4);
    }
    return of(packet, 12, ports ? 12 : 8);
  }
}
