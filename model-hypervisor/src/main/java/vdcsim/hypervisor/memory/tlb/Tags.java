package vdcsim.hypervisor.memory.tlb;

import vdcsim.kernel.spec.Doc;

/** How entries of a TLB are told apart, so that they need not be flushed. */
public enum Tags {
  @Doc("not at all: every exit and every change of the address space flushes")
  NONE,
  @Doc("by virtual processor (VPID, ASID): exits keep them, another address space flushes")
  VPID,
  @Doc("by address space too (PCID): nothing flushes but what is invalidated")
  PCID
}
