package vdcsim.hardware.ethernet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An Ethernet frame (IEEE 802.3-2018, 3.1.1), perhaps with VLAN tags. It never changes, so one
 * object serves every hop and every copy of a flooded frame.
 */
public final class Frame {
  /** Destination, source, and type or length. */
  public static final int HEADER_BYTES = 14;

  /** The frame check sequence. */
  public static final int CHECK_BYTES = 4;

  /** The least length of a frame, header and check sequence included (4.4.2, minFrameSize). */
  public static final int LEAST_BYTES = 64;

  /** The longest untagged frame: a payload of 1500 bytes. */
  public static final int STANDARD_BYTES = 1518;

  /** Preamble and start delimiter before a frame (3.1.1). */
  public static final int PREAMBLE_BYTES = 8;

  /** The gap after a frame (4.4.2, interPacketGap of 96 bits). */
  public static final int GAP_BYTES = 12;

  private final MacAddress destination;
  private final MacAddress source;
  private final List<VlanTag> tags;
  private final Payload payload;
  private final long createdNs;
  private final int length;

  /** Kept, since each queue on the way asks: a payload would ask what it carries, and so on. */
  private final int softwareBytes;

  private final boolean damaged;

  /** An untagged frame that a station made at {@code createdNs}. */
  public Frame(MacAddress destination, MacAddress source, Payload payload, long createdNs) {
    this(destination, source, List.of(), payload, createdNs);
  }

  /** A frame with tags, the outermost first. */
  public Frame(
      MacAddress destination,
      MacAddress source,
      List<VlanTag> tags,
      Payload payload,
      long createdNs) {
    this(destination, source, tags, payload, createdNs, false);
  }

  private Frame(
      MacAddress destination,
      MacAddress source,
      List<VlanTag> tags,
      Payload payload,
      long createdNs,
      boolean damaged) {
    this.destination = destination;
    this.source = source;
    this.tags = List.copyOf(tags);
    this.payload = payload;
    this.createdNs = createdNs;
    this.damaged = damaged;
    this.softwareBytes = HEADER_BYTES + tags.size() * VlanTag.BYTES + payload.length();
    this.length = Math.max(LEAST_BYTES, softwareBytes + CHECK_BYTES);
  }

  /** The same frame with a further tag outside the others. */
  public Frame tagged(VlanTag tag) {
    List<VlanTag> more = new ArrayList<>();
    more.add(tag);
    more.addAll(tags);
    return new Frame(destination, source, more, payload, createdNs, damaged);
  }

  /** The same frame without its outermost tag; it must have one. */
  public Frame untagged() {
    List<VlanTag> rest = tags.subList(1, tags.size());
    return new Frame(destination, source, rest, payload, createdNs, damaged);
  }

  /** The same frame with a wrong check sequence. */
  Frame damaged() {
    return new Frame(destination, source, tags, payload, createdNs, true);
  }

  /**
   * Whether its check sequence will turn out wrong; only a port that takes frames early hears of
   * such a frame ({@link EthernetPort#takeEarly}).
   */
  public boolean isDamaged() {
    return damaged;
  }

  /** Whom it is for. */
  public MacAddress destination() {
    return destination;
  }

  /** Who sent it. */
  public MacAddress source() {
    return source;
  }

  /** Its VLAN tags, the outermost first; empty for an untagged frame. */
  public List<VlanTag> tags() {
    return tags;
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

  /** Its length as software counts it: header and payload, without check sequence and padding. */
  public int softwareBytes() {
    return softwareBytes;
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
    for (VlanTag tag : tags) {
      buffer.putShort((short) tag.protocol()).putShort((short) tag.controlInformation());
    }
    buffer.putShort((short) payload.etherType());
    payload.encode(buffer);
    return buffer.array();
  }

  private static void putAddress(ByteBuffer buffer, MacAddress address) {
    buffer.putShort((short) (address.bits() >> 32)).putInt((int) address.bits());
  }

  @Override
  public String toString() {
    return source + " > " + destination + " " + length + " B" + (tags.isEmpty() ? "" : " " + tags);
  }
}
