package vdcsim.hypervisor.slirp;

import java.util.Map;
import java.util.TreeMap;
import vdcsim.network.icmp.Echo;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;

/** A ping socket of the host for each identifier of the guest's (libslirp, ip_icmp.c). */
final class PingRelay {
  private final Stack slirp;
  private final Stack host;
  private final Places places;
  private final Map<Integer, Integer> identifiers = new TreeMap<>();
  private boolean closed;

  PingRelay(Stack slirp, Stack host, Places places) {
    this.slirp = slirp;
    this.host = host;
    this.places = places;
  }

  /** A request of the guest's. */
  void out(Ipv4Packet packet, Echo echo) {
    int own = identifiers.computeIfAbsent(echo.identifier(), this::open);
    host.send(packet.destination(), new Echo(false, own, echo.sequence(), echo.dataLength()));
  }

  private int open(int guestIdentifier) {
    int own = host.icmp().nextEchoIdentifier();
    host.icmp().onEchoReply(own, reply -> in(reply, guestIdentifier));
    return own;
  }

  private void in(Ipv4Packet packet, int guestIdentifier) {
    if (!closed) {
      Echo reply = (Echo) packet.content();
      Ipv4Address source = packet.source();
      slirp.send(
          source,
          places.guest(),
          Ipv4Packet.DEFAULT_TIME_TO_LIVE,
          new Echo(true, guestIdentifier, reply.sequence(), reply.dataLength()));
    }
  }

  void close() {
    closed = true;
  }
}
