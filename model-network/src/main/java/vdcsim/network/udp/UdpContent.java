package vdcsim.network.udp;

import java.nio.ByteBuffer;

/** What a datagram carries. It never changes. */
public interface UdpContent {
  /** Its length in bytes. */
  int length();

  /** Writes its {@link #length} bytes as they stand on the wire. */
  void encode(ByteBuffer buffer);
}
