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
  @Doc("a card of the host as a whole, which 'attach' names and nobody else can use (VT-d)")
  PASSTHROUGH,
  @Doc("a queue of a card of the host, which 'attach' names, and a thread that copies: VMDq")
  VMDQ;

  /** Its name in a scenario. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether QEMU itself serves it, and so can carry its frames on in any way that QEMU has. */
  boolean isInQemu() {
    return this == IDEAL || this == RTL8139 || this == E1000 || this == VIRTIO;
  }

  /** Whether it is a card of the host, or a piece of one. */
  boolean isDirect() {
    return this == VMDQ || isHeld();
  }

  /** Whether the guest's driver has the device itself, which reaches the guest's memory. */
  boolean isHeld() {
    return this == SRIOV || this == PASSTHROUGH;
  }
}
