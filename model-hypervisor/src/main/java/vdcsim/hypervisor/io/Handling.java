package vdcsim.hypervisor.io;

import vdcsim.kernel.spec.Doc;

/** Who answers when a guest touches a register of a device. */
public enum Handling {
  @Doc("the device itself: it is passed through, and no access leads to an exit")
  DIRECT,
  @Doc("a model of it in the hypervisor's kernel")
  KERNEL,
  @Doc("a model of it in a process of the host, as QEMU is")
  USER
}
