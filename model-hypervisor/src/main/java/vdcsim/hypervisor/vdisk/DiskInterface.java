package vdcsim.hypervisor.vdisk;

import vdcsim.kernel.spec.Doc;

/** What a guest's disk looks like to its driver, whatever the real one is. */
public enum DiskInterface {
  @Doc("an IDE disk at a PIIX controller, register by register")
  IDE,
  @Doc("a SCSI disk at an LSI 53C895A, register by register, its scripts in memory")
  SCSI,
  @Doc("virtio-blk, a queue that guest and host share")
  VIRTIO,
  @Doc("Xen's split driver, a ring between the guest and the driver domain")
  XEN
}
