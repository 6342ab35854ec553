package vdcsim.network.service;

import vdcsim.network.icmp.IcmpError;
import vdcsim.network.ip.Ipv4Packet;

/** A single question that waits for what comes of it. */
interface Attempt {
  /** Asks. */
  void send();

  /** An error has come, about this question or another's. */
  void hearError(Ipv4Packet packet, IcmpError error);

  /** Gives up: nothing that comes from now on counts, and what it holds is free again. */
  void giveUp();
}
