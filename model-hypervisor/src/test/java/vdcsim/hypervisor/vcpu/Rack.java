package vdcsim.hypervisor.vcpu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.pauseloop.PauseLoopSpec;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.world.World;

/** Hosts with hypervisors, and virtual machines on them, for tests. */
final class Rack {
  static final long MS = 1_000_000;
  private static final long MIB = 1 << 20;

  final Simulation simulation = new Simulation(1, 0);
  final World world = new World(simulation);

  /** What it takes a host to switch to another task. */
  Duration switching = Duration.ZERO;

  Rack host(String name, int cores, double gigahertz, SchedulerKind scheduler) {
    bare(name);
    CpuSpec spec =
        new CpuSpec(
            1,
            cores,
            new Frequency(Math.round(gigahertz * 1e9)),
            scheduler,
            Duration.ofMillis(4),
            switching,
            Map.of());
    Machine.make(name, spec, world).connect();
    return this;
  }

  /** A host of whose processors nothing is said. */
  Rack bare(String name) {
    new Host(name, new HostSpec(Map.of()), world);
    Hypervisor.make(
            name,
            new HypervisorSpec(new DataSize(1024 * MIB), Optional.empty(), DataRate.ofGigabits(4)),
            world)
        .connect();
    return this;
  }

  Machine machine(String name) {
    return world.find(name, Machine.class).orElseThrow();
  }

  VirtualMachine vm(String name, String host, int vcpus, VcpuSpec spec) {
    VmSpec vm = new VmSpec(host, vcpus, new DataSize(MIB), new DataSize(0), Optional.empty(), true);
    var first = VirtualMachine.make(name, vm, world);
    var second = Vcpus.make(name, spec, world);
    first.connect();
    second.connect();
    return vm(name);
  }

  /** A machine of whose processors nothing is said. */
  VirtualMachine plain(String name, String host) {
    VmSpec vm = new VmSpec(host, 1, new DataSize(MIB), new DataSize(0), Optional.empty(), true);
    VirtualMachine.make(name, vm, world).connect();
    return vm(name);
  }

  VirtualMachine vm(String name) {
    return world.find(name, VirtualMachine.class).orElseThrow();
  }

  Hypervisor hypervisor(String host) {
    return world.find(host, Hypervisor.class).orElseThrow();
  }

  Vcpus vcpus(String name) {
    return Vcpus.of(name, world);
  }

  static VcpuSpec weight(int weight) {
    return spec(Optional.of(weight), Optional.empty(), List.of());
  }

  static VcpuSpec cap(int percent) {
    return spec(Optional.empty(), Optional.of(percent), List.of());
  }

  static VcpuSpec pinned(Integer... cpus) {
    return spec(Optional.empty(), Optional.empty(), List.of(cpus));
  }

  private static VcpuSpec spec(Optional<Integer> weight, Optional<Integer> cap, List<Integer> pin) {
    return spec(weight, cap, pin, Optional.empty());
  }

  static VcpuSpec exits(PauseLoopSpec loops) {
    return spec(Optional.empty(), Optional.empty(), List.of(), Optional.of(loops));
  }

  private static VcpuSpec spec(
      Optional<Integer> weight,
      Optional<Integer> cap,
      List<Integer> pin,
      Optional<PauseLoopSpec> loops) {
    return new VcpuSpec(
        weight,
        cap,
        Optional.empty(),
        pin,
        false,
        Optional.empty(),
        loops,
        SchedulerKind.EEVDF,
        Duration.ofMillis(4),
        Duration.ZERO,
        Map.of());
  }

  /** As many threads as it has virtual processors, which always compute. */
  void loops(String vm) {
    for (int i = 0; i < vcpus(vm).count(); i++) {
      Task task = vcpus(vm).machine().task(vm + i, Optional.empty(), 0, List.of(i));
      simulation.schedule(0, () -> again(task));
    }
  }

  private void again(Task task) {
    task.execute(1_000_000_000_000L, () -> again(task));
  }

  /** When a piece of work that is asked for at the start is done, in milliseconds. */
  List<Double> done(ExecutionContext context, long cycles) {
    List<Double> done = new ArrayList<>();
    simulation.schedule(
        0, () -> context.execute(cycles, () -> done.add(simulation.now() / (double) MS)));
    return done;
  }

  void at(long ms, Runnable action) {
    simulation.schedule(ms * MS, action);
  }

  void runMs(long ms) {
    simulation.run(ms * MS);
  }
}
