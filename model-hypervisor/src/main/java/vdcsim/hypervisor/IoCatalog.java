package vdcsim.hypervisor;

import java.util.List;
import vdcsim.hypervisor.register.RegisterAccess;
import vdcsim.hypervisor.register.RegisterAccessSpec;
import vdcsim.hypervisor.stray.Stray;
import vdcsim.hypervisor.stray.StrayDmaSpec;
import vdcsim.hypervisor.stray.StrayInterruptsSpec;
import vdcsim.kernel.world.Action;
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

  @Override
  public List<Action<?>> actions() {
    return List.of(
        new Action<>(
            "stray-dma",
            "A driver writes wrong addresses into a device.",
            StrayDmaSpec.class,
            Stray::dma),
        new Action<>(
            "stray-interrupts",
            "A driver makes a device raise interrupts of others.",
            StrayInterruptsSpec.class,
            Stray::interrupts));
  }
}
