package vdcsim.hypervisor.migration;

import vdcsim.kernel.spec.Doc;

/** Which machine of a host moves first. */
public enum EvacuationOrder {
  @Doc("in the order of the scenario")
  AS_NAMED,
  @Doc("the one with the least memory")
  SMALLEST_FIRST,
  @Doc("the one with the most memory")
  LARGEST_FIRST,
  @Doc("the one that writes least")
  CALMEST_FIRST,
  @Doc("the one that writes most")
  BUSIEST_FIRST
}
