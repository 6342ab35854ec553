package vdcsim.network.transfer;

import vdcsim.kernel.spec.Doc;

/** How finely a transfer is simulated. */
public enum Level {
  @Doc("as a fluid flow: a share of each cable on its way, an event when shares change")
  FLOWS,
  @Doc("as a connection of TCP: each segment a frame through queues, with loss and recovery")
  PACKETS
}
