package vdcsim.hypervisor.vnic.vmxnet;

/** Which of VMware's cards it is. */
public enum Generation {
  /** The second: ports, a line that the driver asks and acknowledges, doorbells in clusters. */
  VMXNET2,
  /** The third: registers in memory, messages, throttled interrupts. */
  VMXNET3
}
