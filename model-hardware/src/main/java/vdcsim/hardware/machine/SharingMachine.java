package vdcsim.hardware.machine;

import vdcsim.hardware.cpu.sharing.SharedCores;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/** The computing half of a host whose cores are shared without turns. */
final class SharingMachine {
  private SharingMachine() {}

  static Wiring make(String host, CpuSpec spec, World world) {
    SharedCores cores = new SharedCores(spec.count(), spec.clock());
    world.add(host, cores);
    Metrics metrics = world.simulation().metrics();
    metrics.rateOfTotal(
        host + ".cpu-utilization", Unit.RATIO, () -> cores.coreSeconds() / cores.count());
    return Wiring.NONE;
  }
}
