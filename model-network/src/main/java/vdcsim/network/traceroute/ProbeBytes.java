package vdcsim.network.traceroute;

import java.nio.ByteBuffer;
import vdcsim.network.udp.UdpContent;

/** What a probe carries: bytes from 64 on, as the original writes them. */
record ProbeBytes(int length) implements UdpContent {
  private static final int FIRST = 64;
  private static final int LETTERS = 64;

  @Override
  public void encode(ByteBuffer buffer) {
    for (int i = 0; i < length; i++) {
      buffer.put((byte) (FIRST + i % LETTERS));
    }
  }
}
