package vdcsim.hypervisor.memory.overcommit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.memory.overcommit.load.Access;
import vdcsim.hypervisor.memory.overcommit.load.MemoryLoad;
import vdcsim.hypervisor.memory.overcommit.load.MemoryLoadSpec;
import vdcsim.hypervisor.memory.overcommit.virtioballoon.VirtioBalloonSpec;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.World;

/** A host with an over-committed memory, and machines on it. */
final class OvercommitNet {
  static final long MIB = 1 << 20;

  final Simulation simulation;
  final World world;

  OvercommitNet(long memoryMib, OvercommitSpec spec, long seed) {
    simulation = new Simulation(seed, 0);
    world = new World(simulation);
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            8,
            new Frequency(1_000_000_000L),
            SchedulerKind.RUN_TO_COMPLETION,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    Machine.make("h1", cpu, world).connect();
    Hypervisor.make("h1", new HypervisorSpec(new DataSize(memoryMib * MIB)), world).connect();
    Overcommit.make("h1", spec, world).connect();
  }

  static OvercommitSpec by(Methods methods) {
    return by(methods, 0.75);
  }

  static OvercommitSpec by(Methods methods, double tax) {
    return new OvercommitSpec(
        methods,
        new Ratio(tax),
        Duration.ofSeconds(15),
        4000,
        1024,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What its kernel needs is in {@code kernelMib}, and there is no overhead. */
  static MemoryPolicySpec policy(long kernelMib, long minMib, boolean balloon, boolean clears) {
    return policy(kernelMib, minMib, balloon, clears, Optional.empty());
  }

  /** The same with a virtio balloon. */
  static MemoryPolicySpec virtio(long kernelMib, boolean clears, VirtioBalloonSpec balloon) {
    return policy(kernelMib, 0, true, clears, Optional.of(balloon));
  }

  private static MemoryPolicySpec policy(
      long kernelMib,
      long minMib,
      boolean balloon,
      boolean clears,
      Optional<VirtioBalloonSpec> virtio) {
    return new MemoryPolicySpec(
        new DataSize(minMib * MIB),
        Optional.empty(),
        new DataSize(0),
        balloon,
        new DataSize(kernelMib * MIB),
        new Ratio(0),
        Optional.empty(),
        new DataSize(0),
        new DataSize(0),
        new DataSize(0),
        clears,
        virtio);
  }

  static MemoryPolicySpec image(long commonMib, long zerosMib) {
    return new MemoryPolicySpec(
        new DataSize(0),
        Optional.empty(),
        new DataSize(0),
        true,
        new DataSize(MIB),
        new Ratio(0),
        Optional.of("linux"),
        new DataSize(commonMib * MIB),
        new DataSize(0),
        new DataSize(zerosMib * MIB),
        false,
        Optional.empty());
  }

  void vm(String name, long mib, MemoryPolicySpec policy) {
    MemoryPolicySpec.make(name, policy, world).connect();
    VmSpec spec =
        new VmSpec("h1", 1, new DataSize(mib * MIB), new DataSize(0), Optional.empty(), true);
    VirtualMachine.make(name, spec, world).connect();
  }

  void load(String name, String vm, long filesMib, long heapMib, double writes) {
    MemoryLoadSpec spec =
        new MemoryLoadSpec(
            vm,
            new DataSize(filesMib * MIB),
            new DataSize(heapMib * MIB),
            1,
            Duration.ofNanos(100_000),
            new Ratio(writes),
            Access.UNIFORM,
            new DataSize(4096),
            new Ratio(0.1),
            new Ratio(0.9),
            Duration.ZERO,
            List.of(),
            Duration.ZERO,
            Optional.empty());
    MemoryLoad.make(name, spec, world).connect();
  }

  void run(double seconds) {
    simulation.run((long) (seconds * 1e9));
  }

  double value(String name, String statistic) {
    Metrics metrics = simulation.metrics();
    for (Measurement measurement : metrics.read()) {
      if (measurement.metric().equals(name)) {
        return measurement.statistic(statistic).orElse(Double.NaN);
      }
    }
    return Double.NaN;
  }

  double value(String name) {
    return value(name, "value");
  }

  double mib(String name) {
    return value(name, "last") / MIB;
  }
}
