package vdcsim.network.stack;

import vdcsim.network.ip.Ipv4Packet;

/** A protocol above IPv4. */
@FunctionalInterface
public interface PacketHandler {
  /** A whole packet for this machine has arrived. */
  void receive(Interface arrived, Ipv4Packet packet);
}
