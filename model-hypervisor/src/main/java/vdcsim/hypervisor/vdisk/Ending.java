package vdcsim.hypervisor.vdisk;

import vdcsim.kernel.spec.Doc;

/** Which virtual processor of a guest ends a request of its virtio disk. */
public enum Ending {
  @Doc("the one that began it, as since Linux 3.13 (blk-mq)")
  SUBMITTER,
  @Doc("the one that takes the interrupt, as before (virtblk_done ends requests itself)")
  INTERRUPTED
}
