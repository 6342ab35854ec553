package vdcsim.network.ip;

import java.nio.ByteBuffer;
import vdcsim.hardware.ethernet.Payload;

/**
 * An IPv4 packet without options (RFC 791, 3.1).
 *
 * @param source who sent it
 * @param destination whom it is for
 * @param identification tells the packets of a sender apart, 16 bits
 * @param timeToLive how many routers it may still pass, 8 bits
 * @param content what it carries
 */
public record Ipv4Packet(
    Ipv4Address source,
    Ipv4Address destination,
    int identification,
    int timeToLive,
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

  /** The packet as a router passes it on (RFC 1812, 5.3.1); its time to live must exceed 1. */
  public Ipv4Packet forwarded() {
    return new Ipv4Packet(source, destination, identification, timeToLive - 1, content);
  }

  @Override
  public int etherType() {
    return ETHER_TYPE;
  }

  @Override
  public int length() {
    return HEADER_BYTES + content.length();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    int start = buffer.position();
    buffer.put((byte) VERSION_AND_HEADER_LENGTH).put((byte) 0).putShort((short) length());
    buffer.putShort((short) identification).putShort((short) 0);
    buffer.put((byte) timeToLive).put((byte) content.protocol()).putShort((short) 0);
    buffer.putInt(source.bits()).putInt(destination.bits());
    int checksum = InternetChecksum.of(buffer, start, HEADER_BYTES);
    buffer.putShort(start + CHECKSUM_OFFSET, (short) checksum);
    content.encode(buffer);
  }
}
