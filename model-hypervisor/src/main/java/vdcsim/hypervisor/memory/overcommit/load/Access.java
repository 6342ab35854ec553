package vdcsim.hypervisor.memory.overcommit.load;

import vdcsim.kernel.spec.Doc;

/** Which piece of its working set a program uses next. */
public enum Access {
  @Doc("any, each with the same chance")
  UNIFORM,
  @Doc("one after the other, and again from the first")
  SEQUENTIAL,
  @Doc("a share of the uses goes to a small hot part")
  HOT_COLD
}
