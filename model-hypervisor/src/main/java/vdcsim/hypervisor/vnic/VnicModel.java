package vdcsim.hypervisor.vnic;

import java.util.Locale;
import vdcsim.kernel.spec.Doc;

/** What card a guest sees, and how it works. */
public enum VnicModel {
  @Doc("a card that costs nobody anything, and carries frames at its rate")
  IDEAL,
  @Doc("a Realtek 8139C+ that QEMU models, register by register")
  RTL8139,
  @Doc("an Intel 82540EM that QEMU models, register by register")
  E1000,
  @Doc("virtio-net, its queues served by QEMU")
  VIRTIO,
  @Doc("virtio-net, its queues served by a thread of the host's kernel")
  VHOST,
  @Doc("Xen's split driver: rings, grants and events between the guest and the driver domain")
  XEN,
  @Doc("VMware's second paravirtual card, doorbells in clusters")
  VMXNET2,
  @Doc("VMware's third paravirtual card, throttled interrupts")
  VMXNET3,
  @Doc("a virtual function of a card of the host, which 'attach' names: see 'nic-hardware'")
  SRIOV,
  @Doc("a queue of a card of the host, which 'attach' names, and a thread that copies: VMDq")
  VMDQ;

  /** Its name in a scenario. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is a piece of a card of the host. */
  boolean isDirect() {
    return this == SRIOV || this == VMDQ;
  }

  /**
   * Whether its state can be read at one host and written at another: so it is with what software
   * emulates, and not with a device that the guest holds itself (QEMU: a vfio device is {@code
   * unmigratable}).
   */
  public boolean isMovable() {
    return switch (this) {
      case IDEAL, RTL8139, E1000, VIRTIO, VHOST, XEN, VMXNET2, VMXNET3, VMDQ -> true;
      case SRIOV -> false;
    };
  }
}
