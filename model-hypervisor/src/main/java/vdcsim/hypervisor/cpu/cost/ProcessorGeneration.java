package vdcsim.hypervisor.cpu.cost;

import vdcsim.kernel.spec.Doc;

/** The processors whose costs are known; each has a file of its own. */
public enum ProcessorGeneration {
  @Doc("Pentium 4 672, whose costs Adams and Agesen measured under every technique")
  PENTIUM_4,
  @Doc("Core 2 Duo, VM exit and entry only")
  CORE_2,
  @Doc("2005, round trips only, as for those that follow")
  PRESCOTT,
  @Doc("2006")
  MEROM,
  @Doc("2008")
  PENRYN,
  @Doc("2009")
  NEHALEM,
  @Doc("2010")
  WESTMERE,
  @Doc("2011")
  SANDY_BRIDGE,
  @Doc("KVM as measured in 2017")
  KVM_2017,
  @Doc("Xeon of 2003, whose costs Barham et al. measured under Xen, VMware and User-Mode Linux")
  XEON_2003,
  @Doc("that of the paper on Dune: system calls that exit, and nested paging")
  DUNE_2012;

  /** Whether it walks nested page tables: Intel's do from Nehalem on. */
  public boolean walksNestedTables() {
    return switch (this) {
      case NEHALEM, WESTMERE, SANDY_BRIDGE, KVM_2017, DUNE_2012 -> true;
      case PENTIUM_4, CORE_2, PRESCOTT, MEROM, PENRYN, XEON_2003 -> false;
    };
  }
}
