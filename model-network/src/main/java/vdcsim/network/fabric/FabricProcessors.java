package vdcsim.network.fabric;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** Gives all hosts of a fabric the same processors. */
public final class FabricProcessors {
  private FabricProcessors() {}

  /** Makes the processors of each host, which the fabric must have made. */
  public static Wiring make(String fabric, CpuSpec spec, World world) {
    List<Wiring> each = new ArrayList<>();
    for (String host : world.require("", fabric, Fabric.class, "fabric").hosts()) {
      each.add(Machine.make(host, spec, world));
    }
    return () -> each.forEach(Wiring::connect);
  }
}
