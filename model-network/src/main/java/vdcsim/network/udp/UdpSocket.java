package vdcsim.network.udp;

import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Interface;

/** A port of a machine that somebody uses. */
public final class UdpSocket {
  private final Udp udp;
  private final int port;
  private final UdpReceiver receiver;

  UdpSocket(Udp udp, int port, UdpReceiver receiver) {
    this.udp = udp;
    this.port = port;
    this.receiver = receiver;
  }

  /** Its port. */
  public int port() {
    return port;
  }

  UdpReceiver receiver() {
    return receiver;
  }

  /** Sends to a port, from the address of the card over which the datagram leaves. */
  public void send(Ipv4Address destination, int destinationPort, UdpContent content) {
    udp.send(destination, new Datagram(port, destinationPort, content));
  }

  /** Sends from an address of the machine's, with a time to live. */
  public void send(
      Ipv4Address source,
      Ipv4Address destination,
      int timeToLive,
      int destinationPort,
      UdpContent content) {
    udp.send(source, destination, timeToLive, new Datagram(port, destinationPort, content));
  }

  /** Answers a packet: to where it came from, from the address that it was sent to. */
  public void answer(Ipv4Packet packet, UdpContent content) {
    Datagram asked = (Datagram) packet.content();
    udp.answer(packet, new Datagram(port, asked.sourcePort(), content));
  }

  /** Sends over a card without asking the routing table: to a group, to all, to a neighbour. */
  public void sendOver(
      Interface card,
      Ipv4Address destination,
      int timeToLive,
      int destinationPort,
      UdpContent content) {
    udp.sendOver(card, destination, timeToLive, new Datagram(port, destinationPort, content));
  }

  /** Frees the port; datagrams to it are answered with an error from now on. */
  public void close() {
    udp.close(this);
  }
}
