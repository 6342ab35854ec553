package vdcsim.hypervisor.memory.overcommit.sharing;

import vdcsim.kernel.spec.Doc;

/** How a host looks for pages of equal content. */
public enum Scan {
  @Doc("ESX: any page of each machine in turn; a page that has changed is found by its next hash")
  RANDOM,
  @Doc("KSM of Linux: page after page; a page counts only if it is as at the last pass")
  SEQUENTIAL
}
