package vdcsim.hypervisor.vmm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.world.World;

/** A host whose clock ticks once a nanosecond. */
final class Bench {
  private static final long GIGAHERTZ = 1_000_000_000L;

  final Simulation simulation = new Simulation(1, 0);
  final World world = new World(simulation);
  final Machine machine;
  final Vmm vmm;

  Bench(int cores, VmmSpec spec) {
    this(cores, spec, Duration.ZERO);
  }

  Bench(int cores, VmmSpec spec, Duration switchTime) {
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            cores,
            new Frequency(GIGAHERTZ),
            SchedulerKind.EEVDF,
            Duration.ofMillis(4),
            switchTime,
            Map.of());
    Machine.make("h1", cpu, world).connect();
    Vmm.make("h1", spec, world).connect();
    machine = world.find("h1", Machine.class).orElseThrow();
    vmm = world.find("h1", Vmm.class).orElseThrow();
  }

  static VmmSpec driverDomainOn(int cpu) {
    return VmmSpec.on(VmmArchitecture.DRIVER_DOMAIN, List.of(cpu));
  }

  Task task(String name, int cpu) {
    return machine.task(name, Optional.empty(), 0, List.of(cpu));
  }

  /** How long a guest with nothing beside it waits for an answer. */
  long exitNs(Place place, long cycles) {
    long[] back = new long[1];
    Task vcpu = task("vcpu", 1);
    vmm.exit(vcpu, place, cycles, () -> {}, () -> back[0] = simulation.now());
    simulation.run(GIGAHERTZ);
    return back[0];
  }

  double metric(String name, String statistic) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals(name))
        .findFirst()
        .orElseThrow()
        .statistic(statistic)
        .orElseThrow();
  }
}
