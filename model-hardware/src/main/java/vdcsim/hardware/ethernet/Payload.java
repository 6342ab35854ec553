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
}
