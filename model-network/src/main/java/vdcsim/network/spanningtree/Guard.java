package vdcsim.network.spanningtree;

import vdcsim.kernel.spec.Doc;

/** What a port is guarded against. */
public enum Guard {
  @Doc("nothing")
  NONE,
  @Doc("it never becomes the root port: it stays blocked while it hears of a better root")
  ROOT,
  @Doc("it is shut when a BPDU arrives, until its cable is pulled")
  BPDU
}
