package vdcsim.hypervisor.cpu.translation;

import vdcsim.kernel.spec.Doc;

/** What is thrown away when the translation cache is full. */
public enum EvictionPolicy {
  @Doc("everything")
  FLUSH,
  @Doc("the blocks that were translated first, as many as needed")
  OLDEST
}
