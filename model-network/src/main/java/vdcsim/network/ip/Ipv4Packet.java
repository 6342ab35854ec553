package vdcsim.network.ip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vdcsim.hardware.ethernet.Payload;

/**
 * An IPv4 packet without options (RFC 791, 3.1), whole or a fragment.
 *
 * @param source who sent it
 * @param destination whom it is for
 * @param identification tells the packets of a sender apart, 16 bits
 * @param timeToLive how many routers it may still pass, 8 bits
 * @param fragment which part of a datagram it is
 * @param content what it carries; of a fragment, what the datagram carries
 */
public record Ipv4Packet(
    Ipv4Address source,
    Ipv4Address destination,
    int identification,
    int timeToLive,
    Fragment fragment,
    Ipv4Content content)
    implements Payload {
  /** The EtherType (RFC 894). */
  public static final int ETHER_TYPE = 0x0800;

  /** The header, without options. */
  public static final int HEADER_BYTES = 20;

  /** The time to live that hosts give a packet (RFC 1700; Linux, ip_default_ttl). */
  public static final int DEFAULT_TIME_TO_LIVE = 64;

  private static final int VERSION_AND_HEADER_LENGTH = 0x45;
  private static final int CHECKSUM_OFFSET = 10;
  private static final int DO_NOT_FRAGMENT = 0x4000;
  private static final int MORE_FRAGMENTS = 0x2000;

  /**
   * A part of a datagram.
   *
   * @param mayFragment whether routers may cut it further (the flag DF is not set)
   * @param offset where the part begins, in bytes, a multiple of 8
   * @param length its bytes; {@link #WHOLE} for a datagram that was not cut
   */
  public record Fragment(boolean mayFragment, int offset, int length) {
    /** Stands for the length of a datagram that was not cut. */
    public static final int WHOLE = -1;

    /** Not cut, and routers may cut it. */
    public static final Fragment NONE = new Fragment(true, 0, WHOLE);

    /** Not cut, and routers must not cut it. */
    public static final Fragment FORBIDDEN = new Fragment(false, 0, WHOLE);

    boolean isWhole() {
      return length == WHOLE;
    }
  }

  /** A whole packet that routers may cut. */
  public Ipv4Packet(
      Ipv4Address source,
      Ipv4Address destination,
      int identification,
      int timeToLive,
      Ipv4Content content) {
    this(source, destination, identification, timeToLive, Fragment.NONE, content);
  }

  /** The packet as a router passes it on (RFC 1812, 5.3.1); its time to live must exceed 1. */
  public Ipv4Packet forwarded() {
    return new Ipv4Packet(source, destination, identification, timeToLive - 1, fragment, content);
  }

  /** The same packet between other addresses, as address translation makes it. */
  public Ipv4Packet between(
      Ipv4Address newSource, Ipv4Address newDestination, Ipv4Content newContent) {
    return new Ipv4Packet(
        newSource, newDestination, identification, timeToLive, fragment, newContent);
  }

  /** Whether it is a part of a datagram that was cut. */
  public boolean isFragment() {
    return !fragment.isWhole();
  }

  /** Whether parts of its datagram follow behind it. */
  public boolean moreFragments() {
    return isFragment() && fragment.offset() + fragment.length() < content.length();
  }

  private int contentBytes() {
    return fragment.isWhole() ? content.length() : fragment.length();
  }

  /**
   * The packet cut into parts of at most {@code mtu} bytes, header included (RFC 791, 3.2); itself
   * where it fits.
   */
  public List<Ipv4Packet> cut(int mtu) {
    if (length() <= mtu) {
      return List.of(this);
    }
    int most = (mtu - HEADER_BYTES) / 8 * 8;
    if (most < 8) {
      throw new IllegalArgumentException("an MTU of " + mtu + " bytes holds no fragment");
    }
    List<Ipv4Packet> parts = new ArrayList<>();
    int end = fragment.offset() + contentBytes();
    for (int offset = fragment.offset(); offset < end; offset += most) {
      Fragment part = new Fragment(true, offset, Math.min(most, end - offset));
      parts.add(new Ipv4Packet(source, destination, identification, timeToLive, part, content));
    }
    return parts;
  }

  /** The datagram that a fragment is part of. */
  public Ipv4Packet whole() {
    return new Ipv4Packet(source, destination, identification, timeToLive, content);
  }

  @Override
  public int etherType() {
    return ETHER_TYPE;
  }

  @Override
  public int length() {
    return HEADER_BYTES + contentBytes();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    int start = buffer.position();
    int flags =
        (fragment.mayFragment() ? 0 : DO_NOT_FRAGMENT) | (moreFragments() ? MORE_FRAGMENTS : 0);
    buffer.put((byte) VERSION_AND_HEADER_LENGTH).put((byte) 0).putShort((short) length());
    buffer.putShort((short) identification).putShort((short) (flags | fragment.offset() / 8));
    buffer.put((byte) timeToLive).put((byte) content.protocol()).putShort((short) 0);
    buffer.putInt(source.bits()).putInt(destination.bits());
    int checksum = InternetChecksum.of(buffer, start, HEADER_BYTES);
    buffer.putShort(start + CHECKSUM_OFFSET, (short) checksum);
    ByteBuffer whole = ByteBuffer.allocate(content.length());
    content.encode(whole, source, destination);
    buffer.put(whole.array(), fragment.offset(), contentBytes());
  }

  @Override
  public int flow(byte[] into) {
    ByteBuffer flow = ByteBuffer.wrap(into).putInt(source.bits()).putInt(destination.bits());
    if (fragment.isWhole() && content instanceof Ported ported) {
      flow.putShort((short) ported.sourcePort()).putShort((short) ported.destinationPort());
    }
    return flow.position();
  }

  @Override
  public int segmentHeaderBytes() {
    int header = fragment.isWhole() ? content.segmentHeaderBytes() : 0;
    return header == 0 ? 0 : HEADER_BYTES + header;
  }

  @Override
  public boolean continues(Payload before) {
    return before instanceof Ipv4Packet other
        && fragment.equals(other.fragment)
        && source.bits() == other.source.bits()
        && destination.bits() == other.destination.bits()
        && timeToLive == other.timeToLive
        && identification == ((other.identification + 1) & 0xFFFF)
        && content.continues(other.content);
  }

  @Override
  public boolean endsSegment() {
    return content.endsSegment();
  }
}
