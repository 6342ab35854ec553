package vdcsim.hypervisor.slirp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.Timer;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Stack;
import vdcsim.network.udp.Datagram;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpSocket;

/** A socket of the host for each port that the guest sends from (libslirp, udp.c). */
final class UdpRelay {
  /** libslirp, SO_EXPIRE and SO_EXPIREFAST. */
  private static final long EXPIRE_NS = 240_000_000_000L;

  private static final long EXPIRE_FAST_NS = 10_000_000_000L;
  private static final int DOMAIN = 53;

  private final Stack slirp;
  private final Stack host;
  private final Places places;
  private final Map<Integer, Socket> sockets = new TreeMap<>();
  private boolean closed;

  /** A port of the guest and its socket in the host; one of a forward stays. */
  private final class Socket {
    private final int guestPort;
    private final Timer expiry;
    private final UdpSocket socket;
    private Optional<Ipv4Packet> latest = Optional.empty();

    Socket(int guestPort, Optional<Integer> hostPort) {
      this.guestPort = guestPort;
      this.expiry = new Timer(slirp.simulation(), this::close);
      Udp udp = Udp.of(host);
      this.socket =
          hostPort
              .map(port -> udp.open(port, (card, packet, datagram) -> in(packet, datagram)))
              .orElseGet(() -> udp.open((card, packet, datagram) -> in(packet, datagram)));
    }

    void out(Ipv4Packet packet, Datagram datagram, Ipv4Address to, boolean stays) {
      latest = Optional.of(packet);
      if (!stays) {
        expiry.start(datagram.destinationPort() == DOMAIN ? EXPIRE_FAST_NS : EXPIRE_NS);
      }
      socket.send(to, datagram.destinationPort(), datagram.content());
    }

    private void in(Ipv4Packet packet, Datagram datagram) {
      Ipv4Address source =
          places.dns().filter(packet.source()::equals).isPresent()
                  && datagram.sourcePort() == DOMAIN
              ? Places.NAME_SERVER
              : places.inside(packet.source());
      slirp.send(
          source,
          places.guest(),
          Ipv4Packet.DEFAULT_TIME_TO_LIVE,
          new Datagram(datagram.sourcePort(), guestPort, datagram.content()));
    }

    void close() {
      expiry.stop();
      socket.close();
      sockets.remove(guestPort, this);
    }
  }

  private final List<Integer> forwarded = new ArrayList<>();

  UdpRelay(Stack slirp, Stack host, Places places) {
    this.slirp = slirp;
    this.host = host;
    this.places = places;
    host.icmp().onError(this::hear);
  }

  void forward(Forward forward) {
    Socket made = new Socket(forward.guestPort(), Optional.of(forward.hostPort()));
    sockets.put(forward.guestPort(), made);
    forwarded.add(forward.guestPort());
  }

  /** A datagram of the guest's; returns whether anybody is meant. */
  boolean out(Ipv4Packet packet, Datagram datagram) {
    Optional<Ipv4Address> to = places.outside(packet.destination(), datagram.destinationPort());
    int port = datagram.sourcePort();
    to.ifPresent(
        there ->
            sockets
                .computeIfAbsent(port, p -> new Socket(p, Optional.empty()))
                .out(packet, datagram, there, forwarded.contains(port)));
    return to.isPresent();
  }

  /** Somebody says that a datagram of one of the sockets went wrong (IP_RECVERR). */
  private void hear(Ipv4Packet packet) {
    IcmpError error = (IcmpError) packet.content();
    if (!closed && error.original().content() instanceof Datagram datagram) {
      sockets.values().stream()
          .filter(each -> each.socket.port() == datagram.sourcePort())
          .findFirst()
          .flatMap(each -> each.latest)
          .ifPresent(latest -> slirp.icmp().tell(error.kind(), error.parameter(), latest));
    }
  }

  void close() {
    closed = true;
    List.copyOf(sockets.values()).forEach(Socket::close);
  }
}
