package vdcsim.hypervisor;

import java.util.List;
import vdcsim.hypervisor.register.RegisterAccess;
import vdcsim.hypervisor.register.RegisterAccessSpec;
import vdcsim.kernel.world.Catalog;
import vdcsim.kernel.world.Kind;

/** What of a guest's input and output a scenario can name. */
public final class IoCatalog implements Catalog {
  @Override
  public List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(
            "workloads",
            "register-accesses",
            "A guest's driver that touches a register.",
            RegisterAccessSpec.class,
            RegisterAccess::make));
  }
}
