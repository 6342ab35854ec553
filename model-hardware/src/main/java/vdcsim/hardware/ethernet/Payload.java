package vdcsim.hardware.ethernet;

import java.nio.ByteBuffer;

/** What a frame carries. It never changes. */
public interface Payload {
  /** The type or length field: a protocol from 1536 on, a length below (IEEE 802.3, 3.2.6). */
  int etherType();

  /** Its length in bytes, without padding. */
  int length();

  /** Writes its {@link #length} bytes as they stand on the wire. */
  void encode(ByteBuffer buffer);

  /**
   * Writes what tells the flow apart that it belongs to: of an IPv4 packet its two addresses, and
   * its two ports where it has some; returns how many bytes that are, 0 for all else, 12 at most.
   */
  default int flow(byte[] into) {
    return 0;
  }

  /**
   * The bytes of headers before the data of a segment that cards can cut out of a longer one, and
   * join with others to one; 0 for what they leave alone.
   */
  default int segmentHeaderBytes() {
    return 0;
  }

  /**
   * Whether it and {@code before} are neighbours in one longer segment: its headers are those of
   * {@code before} but for what counts bytes and packets, and its data come next.
   */
  default boolean continues(Payload before) {
    return false;
  }

  /** Whether a segment is the last of a longer one, whatever comes behind it. */
  default boolean endsSegment() {
    return false;
  }
}
