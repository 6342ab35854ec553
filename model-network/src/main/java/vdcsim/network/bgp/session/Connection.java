package vdcsim.network.bgp.session;

import vdcsim.network.ip.Ipv4Address;

/** A reliable connection between two speakers. */
public interface Connection {
  /** The own address. */
  Ipv4Address local();

  /** The neighbour's address. */
  Ipv4Address remote();

  /** Sends octets, after those that were sent before. */
  void send(byte[] octets);

  /** Ends it once all that was sent has arrived; its user hears nothing more. */
  void close();
}
