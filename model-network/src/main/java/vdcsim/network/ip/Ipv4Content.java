package vdcsim.network.ip;

import java.nio.ByteBuffer;

/** What an IPv4 packet carries. It never changes. */
public interface Ipv4Content {
  /** The protocol number (IANA, Assigned Internet Protocol Numbers). */
  int protocol();

  /** Its length in bytes. */
  int length();

  /**
   * Writes its {@link #length} bytes as they stand on the wire, its own checksum included.
   *
   * @param source who sends it, which the checksums of UDP and TCP cover (RFC 9293, 3.1)
   * @param destination whom it is for
   */
  void encode(ByteBuffer buffer, Ipv4Address source, Ipv4Address destination);

  /** As {@link vdcsim.hardware.ethernet.Payload#segmentHeaderBytes}, its own header alone. */
  default int segmentHeaderBytes() {
    return 0;
  }

  /** As {@link vdcsim.hardware.ethernet.Payload#continues}, between the same addresses. */
  default boolean continues(Ipv4Content before) {
    return false;
  }

  /** As {@link vdcsim.hardware.ethernet.Payload#endsSegment}. */
  default boolean endsSegment() {
    return false;
  }
}
