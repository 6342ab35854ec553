package vdcsim.hypervisor.vnic;

import vdcsim.kernel.spec.Doc;

/** What card a guest sees. */
public enum VnicModel {
  @Doc("a card that costs nobody anything, and carries frames at its rate")
  IDEAL
}
