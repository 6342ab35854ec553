package vdcsim.network.udpstream;

import java.nio.ByteBuffer;
import vdcsim.network.udp.UdpContent;

/**
 * What a datagram of a stream carries: its number and when it was sent, and filler.
 *
 * @param number from 0 on
 * @param sentNs in simulated nanoseconds
 * @param length its bytes, at least {@link #LEAST_BYTES}
 */
record Numbered(long number, long sentNs, int length) implements UdpContent {
  static final int LEAST_BYTES = 16;

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.putLong(number).putLong(sentNs).put(new byte[length - LEAST_BYTES]);
  }
}
