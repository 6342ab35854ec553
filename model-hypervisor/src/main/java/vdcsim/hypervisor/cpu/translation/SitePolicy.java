package vdcsim.hypervisor.cpu.translation;

import vdcsim.kernel.spec.Doc;

/** How a site is treated that the translator could leave as it is and see trap. */
public enum SitePolicy {
  @Doc("left as it is until it has trapped often, then a callout, then code in the cache")
  ADAPTIVE,
  @Doc("left as it is; it traps each time")
  IDENT,
  @Doc("a call out of the translation cache each time")
  CALLOUT,
  @Doc("emulated by code in the translation cache from the start")
  IN_TC
}
