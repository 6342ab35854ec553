package vdcsim.hypervisor.level.hardware;

import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.guest.TechniqueKind;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about a virtual machine that a program runs in. */
@Doc("A virtual machine with a kernel of its own.")
public record HardwareLevelSpec(
    @Key(
            value = "How its instructions are run.",
            fallback = "hardware-assistance",
            source = "what hypervisors use today")
        TechniqueKind technique,
    @Key(
            value = "Whose costs hold.",
            fallback = "pentium-4",
            source = "the one processor that was measured under every technique")
        ProcessorGeneration processor,
    @Key(
            value = "Whether the processor walks nested page tables.",
            fallback = "false",
            source = "not before Nehalem")
        boolean nestedPaging,
    @Key(value = "The guest's memory.", fallback = "64 MiB", source = "a small guest; assumed")
        DataSize memory,
    @Key(
            value = "The monitor's own memory for a guest.",
            fallback = "16 MiB",
            source = "a device model and page tables; assumed")
        DataSize monitorMemory) {
  /** What holds when a scenario says nothing. */
  public static final HardwareLevelSpec UNSAID =
      new HardwareLevelSpec(
          TechniqueKind.HARDWARE_ASSISTANCE,
          ProcessorGeneration.PENTIUM_4,
          false,
          new DataSize(64L << 20),
          new DataSize(16L << 20));

  public HardwareLevelSpec {
    if (technique == TechniqueKind.USER_MODE_KERNEL) {
      throw noHardware();
    }
  }

  static Refusal noHardware() {
    return new Refusal(
        "technique", "user-mode-kernel is no virtual hardware; take level user-mode-linux");
  }
}
