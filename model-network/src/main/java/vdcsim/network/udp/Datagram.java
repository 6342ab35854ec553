package vdcsim.network.udp;

import java.nio.ByteBuffer;
import vdcsim.network.ip.InternetChecksum;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ported;

/**
 * A datagram of UDP (RFC 768).
 *
 * @param sourcePort the port that sends, 16 bits
 * @param destinationPort the port that it is for, 16 bits
 * @param content what it carries
 */
public record Datagram(int sourcePort, int destinationPort, UdpContent content) implements Ported {
  /** The protocol number (RFC 768, Protocol Application). */
  public static final int PROTOCOL = 17;

  /** Ports, length and checksum. */
  public static final int HEADER_BYTES = 8;

  /** The most bytes of content that a packet of IPv4 holds. */
  public static final int MOST_BYTES = 65_507;

  private static final int CHECKSUM_OFFSET = 6;

  public Datagram {
    checkPort(sourcePort);
    checkPort(destinationPort);
    if (content.length() > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a datagram holds at most " + MOST_BYTES + " B, was " + content.length() + " B");
    }
  }

  private static void checkPort(int port) {
    if (port < 0 || port > 0xFFFF) {
      throw new IllegalArgumentException("a port lies between 0 and 65535, was " + port);
    }
  }

  @Override
  public Datagram between(int newSourcePort, int newDestinationPort) {
    return new Datagram(newSourcePort, newDestinationPort, content);
  }

  @Override
  public int protocol() {
    return PROTOCOL;
  }

  @Override
  public int length() {
    return HEADER_BYTES + content.length();
  }

  @Override
  public void encode(ByteBuffer buffer, Ipv4Address source, Ipv4Address destination) {
    int start = buffer.position();
    buffer.putShort((short) sourcePort).putShort((short) destinationPort);
    buffer.putShort((short) length()).putShort((short) 0);
    content.encode(buffer);
    int checksum = InternetChecksum.of(buffer, start, length(), source, destination, PROTOCOL);
    // Zero would say that there is no checksum.
    buffer.putShort(start + CHECKSUM_OFFSET, (short) (checksum == 0 ? 0xFFFF : checksum));
  }
}
