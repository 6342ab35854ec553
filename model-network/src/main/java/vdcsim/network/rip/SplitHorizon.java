package vdcsim.network.rip;

import vdcsim.kernel.spec.Doc;

/** What a router says of a network to those from whom it has it (RFC 2453, 3.4.3). */
public enum SplitHorizon {
  @Doc("it says what it says to all, so that two routers may count to infinity")
  OFF,

  @Doc("it says nothing")
  ON,

  @Doc("it says that it cannot reach the network: poisoned reverse")
  POISON
}
