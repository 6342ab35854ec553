package vdcsim.network.filter;

import vdcsim.kernel.spec.Doc;

/** What becomes of a packet. */
public enum Verdict {
  @Doc("It goes on.")
  ACCEPT,
  @Doc("It vanishes; its sender learns nothing.")
  DROP,
  @Doc("It is dropped, and its sender told that the port cannot be reached.")
  REJECT
}
