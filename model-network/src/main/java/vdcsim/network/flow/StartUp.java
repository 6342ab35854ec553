package vdcsim.network.flow;

import vdcsim.kernel.spec.Doc;

/** How a transfer comes to its share. */
public enum StartUp {
  @Doc("a window that doubles each round-trip time, from 10 segments on (RFC 6928)")
  SLOW_START,
  @Doc("at once")
  INSTANT
}
