package vdcsim.hypervisor.vnic;

import vdcsim.kernel.spec.Doc;

/** What card a guest sees. */
public enum VnicModel {
  @Doc("a card that costs nobody anything, and carries frames at its rate")
  IDEAL,
  @Doc("a virtual function of a card of the host, which 'attach' names: see 'nic-hardware'")
  SRIOV,
  @Doc("a queue of a card of the host, which 'attach' names, and a thread that copies: VMDq")
  VMDQ;

  /**
   * Whether its state can be read at one host and written at another: so it is with what software
   * emulates, and not with a device that the guest holds itself (QEMU: a vfio device is {@code
   * unmigratable}).
   */
  public boolean isMovable() {
    return switch (this) {
      case IDEAL, VMDQ -> true;
      case SRIOV -> false;
    };
  }
}
