package vdcsim.hypervisor.vmm;

import vdcsim.kernel.spec.Doc;

/** Which way a stream of packets goes, as the guest sees it. */
public enum Direction {
  @Doc("the guest sends")
  SEND,
  @Doc("the guest receives")
  RECEIVE
}
