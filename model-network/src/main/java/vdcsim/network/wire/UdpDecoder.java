package vdcsim.network.wire;

import java.nio.ByteBuffer;
import vdcsim.network.dhcp.DhcpMessage;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.rip.RipMessage;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.UdpContent;

/** Reads datagrams of UDP (RFC 768), by port what they carry. */
final class UdpDecoder {
  private UdpDecoder() {}

  static Datagram decode(
      ByteBuffer buffer, int length, Ipv4Address source, Ipv4Address destination) {
    int start = buffer.position();
    if (length < Datagram.HEADER_BYTES
        || InternetChecksum.of(buffer, start, length, source, destination, Datagram.PROTOCOL)
            != 0) {
      throw new IllegalArgumentException("a datagram that is cut short or has a wrong checksum");
    }
    int sourcePort = buffer.getShort() & 0xFFFF;
    int destinationPort = buffer.getShort() & 0xFFFF;
    int written = buffer.getShort() & 0xFFFF;
    buffer.getShort();
    if (written != length) {
      throw new IllegalArgumentException(
          "a datagram of %d bytes in a packet with room for %d".formatted(written, length));
    }
    UdpContent content =
        content(sourcePort, destinationPort, buffer, length - Datagram.HEADER_BYTES);
    return new Datagram(sourcePort, destinationPort, content);
  }

  private static boolean isDhcp(int port) {
    return port == DhcpMessage.SERVER_PORT || port == DhcpMessage.CLIENT_PORT;
  }

  private static UdpContent content(
      int sourcePort, int destinationPort, ByteBuffer buffer, int length) {
    if (sourcePort == RipMessage.PORT || destinationPort == RipMessage.PORT) {
      return RipMessage.decode(buffer, length);
    }
    if (isDhcp(sourcePort) || isDhcp(destinationPort)) {
      return DhcpMessage.decode(buffer, length);
    }
    throw new IllegalArgumentException("a UDP port of " + destinationPort + " is not understood");
  }
}
