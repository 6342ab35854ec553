package vdcsim.hypervisor.memory.guest;

import vdcsim.kernel.spec.Doc;

/** In which order a program reaches for its memory. */
public enum Pattern {
  @Doc("any place as likely as any other")
  RANDOM,
  @Doc("one place after the other, and again from the beginning")
  SEQUENTIAL,
  @Doc("the place of rank r with a weight of r to the minus exponent, the first the hottest")
  ZIPF
}
