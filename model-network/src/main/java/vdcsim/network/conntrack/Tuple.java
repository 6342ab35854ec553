package vdcsim.network.conntrack;

import java.util.Comparator;
import java.util.Optional;
import vdcsim.network.icmp.Echo;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.icmp.IcmpMessage;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Content;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ported;

/**
 * What the packets of one direction of a connection have in common.
 *
 * @param protocol the protocol number
 * @param sourcePort of UDP and TCP the port, of an echo the identifier, else 0
 * @param destinationPort of UDP and TCP the port, of an echo the type of the message, else 0
 */
public record Tuple(
    int protocol, Ipv4Address source, int sourcePort, Ipv4Address destination, int destinationPort)
    implements Comparable<Tuple> {
  /** The type of an echo request (RFC 792); that of its reply is 0. */
  static final int ECHO_REQUEST = 8;

  private static final Comparator<Tuple> ORDER =
      Comparator.comparingInt(Tuple::protocol)
          .thenComparing(Tuple::source)
          .thenComparingInt(Tuple::sourcePort)
          .thenComparing(Tuple::destination)
          .thenComparingInt(Tuple::destinationPort);

  /** The tuple of a packet; errors of ICMP have none of their own. */
  public static Optional<Tuple> of(Ipv4Packet packet) {
    Ipv4Content content = packet.content();
    if (content instanceof IcmpError) {
      return Optional.empty();
    } else if (content instanceof Ported ported) {
      return Optional.of(of(packet, ported.sourcePort(), ported.destinationPort()));
    } else if (content instanceof Echo echo) {
      return Optional.of(of(packet, echo.identifier(), echo.reply() ? 0 : ECHO_REQUEST));
    }
    return Optional.of(of(packet, 0, 0));
  }

  private static Tuple of(Ipv4Packet packet, int sourcePort, int destinationPort) {
    return new Tuple(
        packet.content().protocol(),
        packet.source(),
        sourcePort,
        packet.destination(),
        destinationPort);
  }

  /** The tuple of what answers. */
  public Tuple inverse() {
    return protocol == IcmpMessage.PROTOCOL
        ? new Tuple(protocol, destination, sourcePort, source, ECHO_REQUEST - destinationPort)
        : new Tuple(protocol, destination, destinationPort, source, sourcePort);
  }

  /** The address of a side. */
  public Ipv4Address address(Side side) {
    return side == Side.SOURCE ? source : destination;
  }

  /** The port of a side; an echo has its identifier on both. */
  public int port(Side side) {
    return side == Side.SOURCE || protocol == IcmpMessage.PROTOCOL ? sourcePort : destinationPort;
  }

  /** The same with another address and port on a side. */
  public Tuple with(Side side, Ipv4Address address, int port) {
    if (side == Side.SOURCE) {
      return new Tuple(protocol, address, port, destination, destinationPort);
    } else if (protocol == IcmpMessage.PROTOCOL) {
      return new Tuple(protocol, source, port, address, destinationPort);
    }
    return new Tuple(protocol, source, sourcePort, address, port);
  }

  /** The packet with this tuple's address and port on a side, all else as it is. */
  public Ipv4Packet applyTo(Ipv4Packet packet, Side side) {
    Ipv4Content content = packet.content();
    if (content instanceof Ported ported) {
      content =
          side == Side.SOURCE
              ? ported.between(sourcePort, ported.destinationPort())
              : ported.between(ported.sourcePort(), destinationPort);
    } else if (content instanceof Echo echo) {
      content = new Echo(echo.reply(), sourcePort, echo.sequence(), echo.dataLength());
    }
    return side == Side.SOURCE
        ? packet.between(source, packet.destination(), content)
        : packet.between(packet.source(), destination, content);
  }

  @Override
  public int compareTo(Tuple other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return source + ":" + sourcePort + " -> " + destination + ":" + destinationPort;
  }
}
