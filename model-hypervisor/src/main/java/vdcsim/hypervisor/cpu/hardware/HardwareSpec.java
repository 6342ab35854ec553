package vdcsim.hypervisor.cpu.hardware;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

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
        boolean haltExiting,
    @Key(
            value =
                "Whether a load of CR3 leads to an exit; without it, where page tables are"
                    + " shadowed.",
            source = "Intel SDM volume 3, 25.6.2: CR3-load exiting",
            example = "true")
        Optional<Boolean> pageTableBaseExiting,
    @Key(
            value =
                "Whether a page fault leads to an exit; without it, where page tables are"
                    + " shadowed.",
            source = "Intel SDM volume 3, 25.6.3: bit 14 of the exception bitmap",
            example = "true")
        Optional<Boolean> pageFaultExiting,
    @Key(
            value = "Whether the other exceptions lead to an exit.",
            fallback = "false",
            source =
                "Intel SDM volume 3, 25.6.3: exception bitmap; KVM leaves most of its bits off")
        boolean exceptionExiting,
    @Key(
            value = "Whether LGDT, LIDT, LLDT, LTR and their stores lead to an exit.",
            fallback = "false",
            source = "Intel SDM volume 3, 25.6.2: descriptor-table exiting")
        boolean descriptorTableExiting,
    @Key("Whether the host looks for a halted guest's next work; without it, it does not.")
        Optional<HaltPollingSpec> haltPolling) {
  /** What holds when a scenario says nothing. */
  public static final HardwareSpec UNSAID =
      new HardwareSpec(
          false,
          true,
          true,
          false,
          true,
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          Optional.empty());

  /** The same with nested paging, or without. */
  public HardwareSpec withNestedPaging(boolean nested) {
    return new HardwareSpec(
        nested,
        taskPriorityShadow,
        portExiting,
        clockExiting,
        haltExiting,
        pageTableBaseExiting,
        pageFaultExiting,
        exceptionExiting,
        descriptorTableExiting,
        haltPolling);
  }

  public HardwareSpec {
    if (!nestedPaging && !pageFaultExiting.orElse(true)) {
      throw new Refusal(
          "page-fault-exiting", "shadowed page tables need the exit of each page fault");
    }
    if (!nestedPaging && !pageTableBaseExiting.orElse(true)) {
      throw new Refusal(
          "page-table-base-exiting", "shadowed page tables need the exit of each load of CR3");
    }
    if (haltPolling.isPresent() && !haltExiting) {
      throw new Refusal("halt-polling", "a guest that halts without an exit is not polled for");
    }
  }

  boolean exitsOnPageFault() {
    return pageFaultExiting.orElse(!nestedPaging);
  }

  boolean exitsOnPageTableBase() {
    return pageTableBaseExiting.orElse(!nestedPaging);
  }
}
