package vdcsim.network.ospf.packet;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.ospf.lsa.AreaId;
import vdcsim.network.ospf.lsa.RouterId;

/**
 * An OSPF packet with null authentication (RFC 2328, A.3.1).
 *
 * @param router who sent it
 * @param area the area that it belongs to; over a virtual link the backbone
 */
public record OspfPacket(RouterId router, AreaId area, OspfMessage message) implements Ipv4Content {
  /** The protocol number (RFC 2328, A.1). */
  public static final int PROTOCOL = 89;

  /** The length of the header. */
  public static final int HEADER_BYTES = 24;

  /** 224.0.0.5, all routers that speak OSPF (RFC 2328, A.1). */
  public static final Ipv4Address ALL_SPF_ROUTERS = Ipv4Address.parse("224.0.0.5");

  /** 224.0.0.6, the designated router of a network and its backup (RFC 2328, A.1). */
  public static final Ipv4Address ALL_D_ROUTERS = Ipv4Address.parse("224.0.0.6");

  private static final int VERSION = 2;
  private static final int CHECKSUM_OFFSET = 12;

  @Override
  public int protocol() {
    return PROTOCOL;
  }

  @Override
  public int length() {
    return HEADER_BYTES + message.length();
  }

  /** The checksum leaves out the eight bytes of authentication, which are zero here (D.4.1). */
  @Override
  public void encode(ByteBuffer buffer, Ipv4Address source, Ipv4Address destination) {
    int start = buffer.position();
    int length = length();
    buffer.put((byte) VERSION).put((byte) message.type().code()).putShort((short) length);
    buffer.putInt(router.bits()).putInt(area.bits());
    buffer.putShort((short) 0).putShort((short) 0).putLong(0);
    message.encode(buffer);
    int checksum = InternetChecksum.of(buffer, start, length);
    buffer.putShort(start + CHECKSUM_OFFSET, (short) checksum);
  }

  /**
   * Reads the {@code length} bytes that are left of a packet.
   *
   * @throws IllegalArgumentException if it is cut short, of another version, has a wrong checksum,
   *     or authentication
   */
  public static OspfPacket decode(ByteBuffer buffer, int length) {
    int start = buffer.position();
    try {
      int version = buffer.get();
      PacketType type = PacketType.of(buffer.get());
      int written = buffer.getShort() & 0xFFFF;
      RouterId router = new RouterId(buffer.getInt());
      AreaId area = new AreaId(buffer.getInt());
      buffer.getShort();
      int authentication = buffer.getShort();
      buffer.getLong();
      if (version != VERSION || written != length || authentication != 0) {
        throw new IllegalArgumentException(
            "an OSPF packet of version %d, %d bytes and authentication type %d is not understood"
                .formatted(version, written, authentication));
      }
      if (InternetChecksum.of(buffer, start, length) != 0) {
        throw new IllegalArgumentException("an OSPF packet with a wrong checksum");
      }
      OspfMessage message = OspfMessage.decode(type, buffer, length - HEADER_BYTES);
      return new OspfPacket(router, area, message);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("an OSPF packet ends before its last field", e);
    }
  }
}
