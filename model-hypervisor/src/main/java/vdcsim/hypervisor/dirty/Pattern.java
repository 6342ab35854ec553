package vdcsim.hypervisor.dirty;

import vdcsim.kernel.spec.Doc;

/** Which page of the working set is written next. */
public enum Pattern {
  @Doc("any page, each with the same chance, whatever was written before")
  UNIFORM,
  @Doc("one page after the other, and again from the first")
  SEQUENTIAL,
  @Doc("a share of the writes goes to a small hot part")
  HOT_COLD,
  @Doc("the page of rank k with a chance that falls as 1/k to a power")
  ZIPF
}
