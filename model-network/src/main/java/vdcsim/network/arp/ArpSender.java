package vdcsim.network.arp;

import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.network.ip.Ipv4Packet;

/** What address resolution needs of the card that it serves. */
public interface ArpSender {
  /** Sends a payload to a station. */
  void transmit(MacAddress destination, Payload payload);

  /** A packet is given up: its next hop does not answer. */
  void unreachable(Ipv4Packet packet);
}
