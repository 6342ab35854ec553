package vdcsim.network.transfer;

import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.Stack;

/** Carries data from a machine to an address, and tells its meter what becomes of them. */
interface Carrier {
  /** Begins now. */
  void begin(Stack from, Ipv4Address to, long bytes);
}
