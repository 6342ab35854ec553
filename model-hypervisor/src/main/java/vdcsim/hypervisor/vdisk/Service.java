package vdcsim.hypervisor.vdisk;

import vdcsim.kernel.spec.Doc;

/** Who serves a virtio disk in the host. */
public enum Service {
  @Doc("the main loop of QEMU: one thread, which hands requests on without waiting for them")
  QEMU,
  @Doc("a thread of the host's kernel")
  VHOST,
  @Doc("one thread that waits for each request before the next, as Firecracker's of 2019")
  SERIAL
}
