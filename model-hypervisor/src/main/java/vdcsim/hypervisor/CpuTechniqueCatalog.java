package vdcsim.hypervisor;

import java.util.List;
import vdcsim.hypervisor.cpu.guest.GuestProgram;
import vdcsim.hypervisor.cpu.guest.GuestProgramSpec;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Kind;

/** What of running a guest's instructions a scenario can name. */
public final class CpuTechniqueCatalog implements Catalog {
  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "workloads",
            "guest-program",
            "A guest that runs a program.",
            GuestProgramSpec.class,
            GuestProgram::make));
  }
}
