package vdcsim.hypervisor.cpu.hardware;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about the controls of hardware assistance. */
@Doc("Which events of a guest lead to a VM exit.")
public record HardwareSpec(
    @Key(
            value = "Whether the processor walks nested page tables; without, the monitor shadows.",
            fallback = "false",
            source = "VT-x before Nehalem had none")
        boolean nestedPaging,
    @Key(
            value = "Whether writes of the task priority go to a page of the guest's own.",
            fallback = "true",
            source = "Intel SDM volume 3, 25.6.2: use TPR shadow")
        boolean taskPriorityShadow,
    @Key(
            value = "Whether ports lead to an exit; without, the guest has the device.",
            fallback = "true",
            source = "Intel SDM volume 3, 25.6.2: unconditional I/O exiting")
        boolean portExiting,
    @Key(
            value = "Whether reading the clock leads to an exit.",
            fallback = "false",
            source = "Intel SDM volume 3, 25.6.2: RDTSC exiting; KVM leaves it off")
        boolean clockExiting,
    @Key(
            value = "Whether halting leads to an exit.",
            fallback = "true",
            source = "Intel SDM volume 3, 25.6.2: HLT exiting")
        boolean haltExiting) {
  /** What holds when a scenario says nothing. */
  public static final HardwareSpec UNSAID = new HardwareSpec(false, true, true, false, true);
}
