package vdcsim.hypervisor.io;

import java.util.Locale;
import vdcsim.kernel.spec.Doc;

/** The hypervisors whose costs of input and output are known; each has a file of its own. */
public enum IoPlatform {
  @Doc("KVM, its interrupt controller in the kernel")
  KVM,
  @Doc("KVM with APIC virtualization and posted interrupts")
  KVM_POSTED,
  @Doc("a hosted monitor, as VMware Workstation, on a processor of KVM's figures")
  HOSTED,
  @Doc("Xen with VT-x of 2009, its end of interrupt emulated")
  XEN_HVM,
  @Doc("Xen with VT-x of 2009, its end of interrupt accelerated")
  XEN_HVM_ACCELERATED;

  /** The name of its file. */
  String file() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
