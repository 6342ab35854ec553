package vdcsim.hardware.ethernet;

import java.nio.ByteBuffer;

/**
 * An Ethernet frame (IEEE 802.3-2018, 3.1.1). It never changes, so one object serves every hop and
 * every copy of a flooded frame.
 */
public final class Frame {
  /** Destination, source, and type or length. */
  public static final int HEADER_BYTES = 14;

  /** The frame check sequence. */
  public static final int CHECK_BYTES = 4;

  /** The least length of a frame, header and check sequence included (4.4.2, minFrameSize). */
  public static final int LEAST_BYTES = 64;

  /** The most of an untagged frame with a standard payload of 1500 bytes. */
  public static final int STANDARD_BYTES = 1518;

  /** Preamble and start delimiter before a frame (3.1.1). */
  public static final int PREAMBLE_BYTES = 8;

  /** The gap after a frame (4.4.2, interPacketGap of 96 bits). */
  public static final int GAP_BYTES = 12;

  private final MacAddress destination;
  private final MacAddress source;
  private final Payload payload;
  private final long createdNs;
  private final int length;

  /** A frame that a station made at {@code createdNs}. */
  public Frame(MacAddress destination, MacAddress source, Payload payload, long createdNs) {
    this.destination = destination;
    this.source = source;
    this.payload = payload;
    this.createdNs = createdNs;
    this.length = Math.max(LEAST_BYTES, HEADER_BYTES + payload.length() + CHECK_BYTES);
  }

  /** Whom it is for. */
  public MacAddress destination() {
    return destination;
  }

  /** Who sent it. */
  public MacAddress source() {
    return source;
  }

  /** What it carries. */
  public Payload payload() {
    return payload;
  }

  /** When its station made it, in simulated nanoseconds; not on the wire. */
  public long createdNs() {
    return createdNs;
  }

  /** Its length in bytes, from destination to check sequence, padding included. */
  public int length() {
    return length;
  }

  /** The bytes of time that it takes on a wire until its last bit: with the preamble. */
  public long bytesOnWire() {
    return PREAMBLE_BYTES + (long) length;
  }

  /** The frame without preamble and check sequence, as captures hold it. */
  public byte[] encode() {
    ByteBuffer buffer = ByteBuffer.allocate(length - CHECK_BYTES);
    putAddress(buffer, destination);
    putAddress(buffer, source);
    buffer.putShort((short) payload.etherType());
    payload.encode(buffer);
    return buffer.array();
  }

  private static void putAddress(ByteBuffer buffer, MacAddress address) {
    buffer.putShort((short) (address.bits() >> 32)).putInt((int) address.bits());
  }

  @Override
  public String toString() {
    return source + " > " + destination + " " + length + " B";
  }
}
