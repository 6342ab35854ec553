package vdcsim.hypervisor.cpu.usermode;

import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about a kernel that is a process of its host. */
@Doc("A kernel that is a process of another kernel, and traces its programs, as User-Mode Linux.")
public record UserModeSpec(
    @Key(
            value = "Where the guest's kernel is.",
            fallback = "separate",
            source = "skas3, which Barham et al. 2003 measured",
            example = "shared")
        KernelPlace kernel,
    @Key(
            value =
                "The guest's memory, a file of the host. Where the kernel shares the programs'"
                    + " address spaces, each new one maps all of it.",
            fallback = "32 MiB",
            source = "User-Mode Linux 2.4, its default of mem=")
        DataSize memory) {
  /** What holds when a scenario says nothing. */
  public static final UserModeSpec UNSAID =
      new UserModeSpec(KernelPlace.SEPARATE, new DataSize(32L << 20));
}
