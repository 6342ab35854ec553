package vdcsim.network.dhcp;

import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Interface;
import vdcsim.network.udp.UdpSocket;

/** Sends answers to a client of one's own network (RFC 2131, 4.1). */
final class ClientSide {
  private ClientSide() {}

  /**
   * Sends an answer over a card: to all if the client wishes so, or if it is refused; else to the
   * hardware address of the client, which cannot answer ARP yet.
   */
  static void answer(UdpSocket socket, Interface card, DhcpMessage message) {
    Ipv4Address destination = Ipv4Address.BROADCAST;
    if (!message.broadcast() && message.type() != MessageType.NAK) {
      destination = message.yours();
      card.neighbours().learn(destination, message.hardware());
    }
    socket.sendOver(
        card, destination, Ipv4Packet.DEFAULT_TIME_TO_LIVE, DhcpMessage.CLIENT_PORT, message);
  }
}
