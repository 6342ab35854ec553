package vdcsim.hypervisor.vmm;

/** Who handles an exit, from the nearest to the farthest. */
public enum Place {
  /** The code that every exit enters: a timer, an interrupt controller, a register. */
  MONITOR,
  /** The kernel that has the drivers: a back end of a split driver, a virtual switch. */
  DRIVER,
  /** A process that emulates the device. */
  PROCESS
}
