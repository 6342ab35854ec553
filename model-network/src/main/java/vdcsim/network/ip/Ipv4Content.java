package vdcsim.network.ip;

import java.nio.ByteBuffer;

/** What an IPv4 packet carries. It never changes. */
public interface Ipv4Content {
  /** The protocol number (IANA, Assigned Internet Protocol Numbers). */
  int protocol();

  /** Its length in bytes. */
  int length();

  /** Writes its {@link #length} bytes as they stand on the wire, its own checksum included. */
  void encode(ByteBuffer buffer);
}
