package vdcsim.network.tcp;

import java.util.Comparator;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;

/** The two sockets that name a connection, as seen from one side. */
record Ends(Ipv4Address local, int localPort, Ipv4Address remote, int remotePort)
    implements Comparable<Ends> {
  private static final Comparator<Ends> ORDER =
      Comparator.comparingInt(Ends::remotePort)
          .thenComparingInt(Ends::localPort)
          .thenComparing(Ends::remote)
          .thenComparing(Ends::local);

  Ends {
    checkPort(localPort);
    checkPort(remotePort);
  }

  private static void checkPort(int port) {
    if (port < 0 || port > 0xFFFF) {
      throw new IllegalArgumentException("a port lies between 0 and 65535, was " + port);
    }
  }

  /** The sockets of a packet that has arrived. */
  static Ends of(Ipv4Packet packet, TcpSegment segment) {
    return new Ends(
        packet.destination(), segment.destinationPort(), packet.source(), segment.sourcePort());
  }

  /** Whether a packet that has arrived is between these. */
  boolean match(Ipv4Packet packet, TcpSegment segment) {
    return segment.sourcePort() == remotePort
        && segment.destinationPort() == localPort
        && packet.source().bits() == remote.bits()
        && packet.destination().bits() == local.bits();
  }

  @Override
  public int compareTo(Ends other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return local + ":" + localPort + " - " + remote + ":" + remotePort;
  }
}
