package vdcsim.network.udp;

import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.PacketHandler;
import vdcsim.network.stack.Stack;

/**
 * UDP of a machine (RFC 768; RFC 1122, 4.1).
 *
 * <p>Metrics, below the machine's name: {@code udp-sent}, {@code udp-received}, {@code
 * udp-no-port}, the datagrams to a port that nobody uses.
 */
public final class Udp implements PacketHandler {
  /** Ports that are given to who asks for any (Linux, net.ipv4.ip_local_port_range). */
  private static final int FIRST_FREE = 32_768;

  private static final int LAST_FREE = 60_999;

  private final Stack stack;
  private final Sockets sockets = new Sockets();
  private final Counter sent;
  private final Counter received;
  private final Counter noPort;
  private int nextFree = FIRST_FREE;

  private Udp(Stack stack) {
    this.stack = stack;
    this.sent = counter("udp-sent");
    this.received = counter("udp-received");
    this.noPort = counter("udp-no-port");
  }

  private Counter counter(String metric) {
    return stack.simulation().metrics().counter(stack.name() + "." + metric, Unit.COUNT);
  }

  /** UDP of a machine; it is made when it is the first time asked for. */
  public static Udp of(Stack stack) {
    return stack.protocol(Datagram.PROTOCOL, Udp.class, Udp::new);
  }

  /** Whether somebody uses a port. */
  public boolean isTaken(int port) {
    return sockets.indexOf(port) >= 0;
  }

  /**
   * Takes a port, from now on.
   *
   * @throws IllegalStateException if somebody uses it
   */
  public UdpSocket open(int port, UdpReceiver receiver) {
    if (isTaken(port)) {
      throw new IllegalStateException("UDP port " + port + " of '" + stack.name() + "' is taken");
    }
    UdpSocket socket = new UdpSocket(this, port, receiver);
    sockets.add(socket);
    return socket;
  }

  /**
   * Takes a port that nobody uses.
   *
   * @throws IllegalStateException if all are taken
   */
  public UdpSocket open(UdpReceiver receiver) {
    for (int tried = FIRST_FREE; tried <= LAST_FREE; tried++) {
      int port = nextFree;
      nextFree = port == LAST_FREE ? FIRST_FREE : port + 1;
      if (!isTaken(port)) {
        return open(port, receiver);
      }
    }
    throw new IllegalStateException("all UDP ports of '" + stack.name() + "' are taken");
  }

  void close(UdpSocket socket) {
    sockets.remove(socket);
  }

  void send(Ipv4Address destination, Datagram datagram) {
    sent.increment();
    stack.send(destination, datagram);
  }

  void send(Ipv4Address source, Ipv4Address destination, int timeToLive, Datagram datagram) {
    sent.increment();
    stack.send(source, destination, timeToLive, datagram);
  }

  void answer(Ipv4Packet packet, Datagram datagram) {
    if (stack.owns(packet.destination())) {
      send(
          /* source= */ packet.destination(),
          /* destination= */ packet.source(),
          Ipv4Packet.DEFAULT_TIME_TO_LIVE,
          datagram);
    } else {
      send(packet.source(), datagram);
    }
  }

  void sendOver(Interface card, Ipv4Address destination, int timeToLive, Datagram datagram) {
    sent.increment();
    stack.sendOver(card, destination, timeToLive, datagram);
  }

  @Override
  public void receive(Interface arrived, Ipv4Packet packet) {
    Datagram datagram = (Datagram) packet.content();
    int index = sockets.indexOf(datagram.destinationPort());
    if (index < 0) {
      noPort.increment();
      stack.icmp().tell(IcmpError.Kind.PORT_UNREACHABLE, 0, packet);
    } else {
      received.increment();
      sockets.at(index).receiver().receive(arrived, packet, datagram);
    }
  }
}
