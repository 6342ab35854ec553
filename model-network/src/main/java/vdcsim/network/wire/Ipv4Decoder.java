package vdcsim.network.wire;

import java.nio.ByteBuffer;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpMessage;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ipv4Packet.Fragment;
import vdcsim.network.ospf.packet.OspfPacket;
import vdcsim.network.tcp.TcpSegment;
import vdcsim.network.udp.Datagram;

/** Reads whole IPv4 packets without options (RFC 791, 3.1). */
final class Ipv4Decoder {
  private static final int VERSION_AND_HEADER_LENGTH = 0x45;
  private static final int DO_NOT_FRAGMENT = 0x4000;

  private Ipv4Decoder() {}

  static Ipv4Packet decode(ByteBuffer buffer) {
    int start = buffer.position();
    if (buffer.remaining() < Ipv4Packet.HEADER_BYTES
        || InternetChecksum.of(buffer, start, Ipv4Packet.HEADER_BYTES) != 0) {
      throw new IllegalArgumentException(
          "an IPv4 header that is cut short or has a wrong checksum");
    }
    int versionAndLength = buffer.get() & 0xFF;
    buffer.get();
    int length = buffer.getShort() & 0xFFFF;
    int identification = buffer.getShort() & 0xFFFF;
    int flagsAndOffset = buffer.getShort() & 0xFFFF;
    int contentLength = length - Ipv4Packet.HEADER_BYTES;
    if (versionAndLength != VERSION_AND_HEADER_LENGTH
        || (flagsAndOffset & ~DO_NOT_FRAGMENT) != 0
        || contentLength < 0
        || start + length > buffer.limit()) {
      throw new IllegalArgumentException("an IPv4 packet with options, in fragments or cut short");
    }
    int timeToLive = buffer.get() & 0xFF;
    int protocol = buffer.get() & 0xFF;
    buffer.getShort();
    Ipv4Address source = new Ipv4Address(buffer.getInt());
    Ipv4Address destination = new Ipv4Address(buffer.getInt());
    Fragment whole = flagsAndOffset == 0 ? Fragment.NONE : Fragment.FORBIDDEN;
    Ipv4Content content = content(protocol, buffer, contentLength, source, destination);
    return new Ipv4Packet(source, destination, identification, timeToLive, whole, content);
  }

  private static Ipv4Content content(
      int protocol, ByteBuffer buffer, int length, Ipv4Address source, Ipv4Address destination) {
    return switch (protocol) {
      case IcmpMessage.PROTOCOL -> Echo.decode(buffer, length);
      case OspfPacket.PROTOCOL -> OspfPacket.decode(buffer, length);
      case TcpSegment.PROTOCOL -> TcpSegment.decode(buffer, length, source, destination);
      case Datagram.PROTOCOL -> UdpDecoder.decode(buffer, length, source, destination);
      default ->
          throw new IllegalArgumentException(
              "an IPv4 protocol of " + protocol + " is not understood");
    };
  }
}
