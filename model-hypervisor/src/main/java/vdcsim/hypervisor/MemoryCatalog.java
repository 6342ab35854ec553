package vdcsim.hypervisor;

import java.util.List;
import vdcsim.hypervisor.memory.guest.GuestMemory;
import vdcsim.hypervisor.memory.guest.GuestMemorySpec;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Kind;

/** What of a guest's memory a scenario can name. */
public final class MemoryCatalog implements Catalog {
  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "workloads",
            "guest-memory",
            "A guest that uses its memory.",
            GuestMemorySpec.class,
            GuestMemory::make));
  }
}
