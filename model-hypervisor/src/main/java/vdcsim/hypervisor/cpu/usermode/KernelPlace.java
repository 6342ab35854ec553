package vdcsim.hypervisor.cpu.usermode;

import vdcsim.kernel.spec.Doc;

/** Where the guest's kernel is, as User-Mode Linux 2.4 has it in two ways. */
public enum KernelPlace {
  @Doc(
      "in an address space of its own (skas): one process of the host runs all programs, and is"
          + " switched between their address spaces")
  SEPARATE,
  @Doc(
      "in each program's address space (tt): each program is a process of the host, and a tracing"
          + " thread switches it to the kernel and back")
  SHARED
}
