package vdcsim.hypervisor.vcpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Occupancy;
import vdcsim.hardware.cpu.Speed;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.sharing.SharedCores;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.pauseloop.PauseLoopSpec;
import vdcsim.hypervisor.pauseloop.PauseLoops;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * The virtual processors of a machine. Inside they are the processors of a {@link Machine} with a
 * scheduler of its own, so that whatever runs on a host runs in it; outside they are tasks of the
 * host, in a group, and move with the machine.
 *
 * <p>Metrics, below the machine's name: {@code cpu-time} and {@code cpu-share}, what it had of
 * hosts' processors, {@code steal-time}, in which its virtual processors wanted to run and did not,
 * and {@code steal-share} of it in their time; and those of a {@link Machine}, as the guest sees
 * them.
 */
public final class Vcpus implements Occupancy {
  private final String name;
  private final VcpuSpec spec;
  private final World world;
  private final Machine machine;
  private final List<Vcpu> vcpus = new ArrayList<>();
  private final Map<String, List<Task>> threads = new TreeMap<>();
  private final List<VirtualMachine> of = new ArrayList<>();
  private final Throttle throttle;
  private Optional<String> place = Optional.empty();
  private long clockHertz;

  private Vcpus(String name, VcpuSpec spec, int count, World world) {
    this.name = name;
    this.spec = spec;
    this.world = world;
    this.machine = Machine.virtual(name, spec.processors(count), world.simulation(), this);
    this.throttle = new Throttle(world.simulation(), this::look);
    for (int i = 0; i < count; i++) {
      vcpus.add(new Vcpu(machine.processor(), i, machine.interrupts(i)));
    }
    spec.pauseLoopExiting().ifPresent(this::watchLoops);
    world.add(name, this);
    world.add(name, machine);
  }

  private void watchLoops(PauseLoopSpec of) {
    PauseLoops loops = new PauseLoops(name, of, vcpus, world.simulation().metrics());
    vcpus.forEach(vcpu -> vcpu.exitsFrom(loops));
  }

  /** Gives a virtual machine its processors. */
  public static Wiring make(String vm, VcpuSpec spec, World world) {
    Vcpus made = new Vcpus(vm, spec, vmSpec(vm, world).vcpus(), world);
    return () -> {
      made.connect();
      if (made.clockHertz == 0 && !made.isShared()) {
        throw new Refusal(
            "cpu", "the host of '%s' needs 'cpu', where its processors are tasks".formatted(vm));
      }
    };
  }

  private static VmSpec vmSpec(String vm, World world) {
    return world.require("vm", vm, VmSpec.class, "virtual machine");
  }

  /**
   * The virtual processors of a machine; also of one of which {@code cpu} says nothing. To be asked
   * for when things are connected.
   */
  public static Vcpus of(String vm, World world) {
    Optional<Vcpus> known = world.find(vm, Vcpus.class);
    Vcpus found =
        known.orElseGet(() -> new Vcpus(vm, VcpuSpec.USUAL, vmSpec(vm, world).vcpus(), world));
    found.connect();
    return found;
  }

  /** Finds its machine and its host, unless it has. */
  private void connect() {
    if (!of.isEmpty()) {
      return;
    }
    VirtualMachine vm = world.require("vm", name, VirtualMachine.class, "virtual machine");
    of.add(vm);
    Optional<Machine> host = world.find(vm.on().host(), Machine.class);
    if (host.isPresent()) {
      Frequency clock = host.get().processor().frequency();
      machine.processor().clock(clock);
      clockHertz = clock.hertz();
      publish(world.simulation().metrics());
    }
    vm.watch(this::look);
    vm.computes(() -> ranNs() / 1e9 / count());
    look();
  }

  private void publish(Metrics metrics) {
    machine.publish(metrics);
    metrics.figure(name + ".cpu-time", Unit.NANOSECONDS, this::ranNs);
    metrics.rateOfTotal(name + ".cpu-share", Unit.RATIO, () -> ranNs() / 1e9);
    metrics.figure(name + ".steal-time", Unit.NANOSECONDS, this::stolenNs);
    metrics.rateOfTotal(name + ".steal-share", Unit.RATIO, () -> stolenNs() / 1e9 / count());
  }

  /** What a scenario says of them. */
  VcpuSpec spec() {
    return spec;
  }

  private boolean isShared() {
    return world.find(of.get(0).on().host(), SharedCores.class).isPresent();
  }

  /** How many there are. */
  public int count() {
    return vcpus.size();
  }

  /**
   * Where the machine's kernel computes on a virtual processor, counted from 0: in order, and
   * before the machine's tasks. It stands still while the machine does; it costs no time where the
   * host says nothing of its processors.
   */
  public ExecutionContext context(int vcpu) {
    return vcpus.get(vcpu);
  }

  /** The machine as its own tasks see it. */
  public Machine machine() {
    return machine;
  }

  /** How long its virtual processors have had a processor. */
  public long ranNs() {
    return sum(true);
  }

  /** How long they have wanted one, and had none. */
  public long stolenNs() {
    return sum(false);
  }

  private long sum(boolean ran) {
    long sum = 0;
    for (List<Task> onHost : threads.values()) {
      for (Task task : onHost) {
        sum += ran ? task.ranNs() : task.waitedNs();
      }
    }
    return sum;
  }

  /** The machine's state, place or speed may have changed. */
  private void look() {
    VirtualMachine vm = of.get(0);
    throttle.share(vm.speed());
    boolean halted = vm.state() != VirtualMachine.State.RUNNING || throttle.isAsleep();
    if (halted) {
      vcpus.forEach(vcpu -> vcpu.halted(true));
    }
    if (!place.equals(Optional.of(vm.on().host()))) {
      place = Optional.of(vm.on().host());
      move(vm.on().host());
    }
    if (!halted) {
      vcpus.forEach(vcpu -> vcpu.halted(false));
    }
  }

  private void move(String host) {
    Optional<Machine> to = world.find(host, Machine.class);
    if (to.isEmpty()) {
      vcpus.forEach(vcpu -> vcpu.runsAnywhere(clockHertz == 0));
      return;
    }
    List<Task> tasks = threads.computeIfAbsent(host, key -> tasks(to.get()));
    long hertz = to.get().processor().frequency().hertz();
    long ratio = clockHertz == 0 ? Speed.FULL : Speed.of((double) hertz / clockHertz);
    boolean fair = to.get().scheduler().isFair();
    for (int i = 0; i < count(); i++) {
      vcpus.get(i).givesWayToSiblings(fair);
      vcpus.get(i).runsOn(tasks.get(i), ratio);
    }
  }

  private List<Task> tasks(Machine host) {
    Optional<String> group = Optional.empty();
    if (host.scheduler() != SchedulerKind.RUN_TO_COMPLETION) {
      group = Optional.of(name + ".vcpus");
      host.addGroup(name + ".vcpus", spec.group(host.scheduler()));
    }
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      tasks.add(host.task(name + ".vcpu" + i, group, 0, spec.allowed(i, host.processor().count())));
    }
    spec.memory().ifPresent(memory -> tasks.forEach(task -> memory.say(host, task)));
    return tasks;
  }

  @Override
  public void busy(int cpu) {
    vcpus.get(cpu).busy(true);
  }

  @Override
  public void pausing(int cpu, int pauseCycles) {
    vcpus.get(cpu).pausing(pauseCycles);
  }

  @Override
  public void idle(int cpu) {
    vcpus.get(cpu).busy(false);
  }
}
