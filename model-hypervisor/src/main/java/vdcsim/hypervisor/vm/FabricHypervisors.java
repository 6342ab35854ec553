package vdcsim.hypervisor.vm;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.fabric.Fabric;

/** Lets all hosts of a fabric run virtual machines. */
public final class FabricHypervisors {
  private FabricHypervisors() {}

  /** Makes the hypervisor of each host, which the fabric must have made. */
  public static Wiring make(String fabric, HypervisorSpec spec, World world) {
    List<Wiring> each = new ArrayList<>();
    for (String host : world.require("", fabric, Fabric.class, "fabric").hosts()) {
      each.add(Hypervisor.make(host, spec, world));
    }
    return () -> each.forEach(Wiring::connect);
  }
}
