package vdcsim.network.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vdcsim.network.udp.UdpContent;

/** What a client of UDP sends, so that it is answered. */
record Question() implements UdpContent {
  private static final byte[] LINE = "who are you?\n".getBytes(StandardCharsets.UTF_8);

  @Override
  public int length() {
    return LINE.length;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.put(LINE);
  }
}
