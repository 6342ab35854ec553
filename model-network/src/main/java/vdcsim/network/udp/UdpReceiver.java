package vdcsim.network.udp;

import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.stack.Interface;

/** Who takes what arrives at a port. */
@FunctionalInterface
public interface UdpReceiver {
  /**
   * A datagram has arrived.
   *
   * @param arrived the card that it came over
   * @param packet the packet that carried it, which says from where and to which address
   */
  void receive(Interface arrived, Ipv4Packet packet, Datagram datagram);
}
