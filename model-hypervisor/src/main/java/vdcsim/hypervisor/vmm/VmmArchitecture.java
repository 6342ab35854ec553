package vdcsim.hypervisor.vmm;

import vdcsim.kernel.spec.Doc;

/** Where a monitor stands, and with it the drivers of devices. */
public enum VmmArchitecture {
  @Doc("type 1: the hypervisor has the drivers itself, as ESX")
  BARE_METAL,
  @Doc("type 1 whose drivers are in a guest of their own, as Xen with domain 0")
  DRIVER_DOMAIN,
  @Doc(
      "type 2: a module makes the host's kernel the hypervisor, and a process has the devices, as"
          + " KVM")
  KERNEL_MODULE,
  @Doc(
      "type 2: a monitor in a world of its own, which switches to the host's, as VMware"
          + " Workstation")
  HOSTED
}
