package vdcsim.hardware.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Interrupts;
import vdcsim.hardware.cpu.Occupancy;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.sharing.SharedCores;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * The computing half of a host: its processors, its scheduler, the groups of its tasks.
 *
 * <p>Metrics, below the host's name: {@code cpu-utilization}, the share of its processors' time in
 * which tasks ran, {@code cpu-switching}, that in which it switched between tasks, {@code
 * context-switches}. Below that and a group's name: {@code cpu-time}, {@code cpu-share}, the
 * processors that it had in the mean, and of a group with a quota {@code periods}, {@code
 * throttled-periods} and {@code throttled-time}.
 */
public final class Machine implements Computer {
  private static final String SEND = "send";
  private static final String RECEIVE = "receive";

  private final String name;
  private final Processor processor;
  private final Tasks tasks;
  private final Map<String, Task> contexts = new TreeMap<>();
  private Optional<Continued> sender = Optional.empty();

  private Machine(String name, CpuSpec spec, Simulation simulation) {
    this.name = name;
    this.tasks = tasks(spec, simulation);
    this.processor =
        new Processor(
            simulation,
            name,
            spec.topology(),
            spec.clock(),
            spec.switchTime().toNanos(),
            new Interrupts(tasks.scheduler()));
    processor.sleep(spec.idleStates().states(), spec.sockets());
    if (spec.wakeAtInterrupts()) {
      processor.wakeAtInterrupts();
    }
    spec.groups().forEach(tasks::addGroup);
  }

  private Machine(String name, CpuSpec spec, Simulation simulation, Occupancy occupancy) {
    this.name = name;
    this.tasks = tasks(spec, simulation);
    this.processor =
        Processor.virtual(
            simulation,
            name,
            spec.count(),
            spec.clock(),
            spec.switchTime().toNanos(),
            new Interrupts(tasks.scheduler()),
            occupancy);
    spec.groups().forEach(tasks::addGroup);
  }

  private static Tasks tasks(CpuSpec spec, Simulation simulation) {
    return switch (spec.scheduler()) {
      case EEVDF, CFS -> new FairTasks(simulation, spec);
      case CREDIT -> DomainTasks.credit(simulation, spec);
      case CREDIT2 -> DomainTasks.credit2(simulation, spec);
      case RUN_TO_COMPLETION -> new PlainTasks();
      case PROCESSOR_SHARING -> throw new IllegalStateException("such cores know no turns");
    };
  }

  /**
   * Makes the computing half of a virtual machine: its processors stand still until they are
   * powered ({@link Processor#power}), and nothing is shown of them until {@link #publish}.
   *
   * @param occupancy told when one has something to run, and when it has not any more
   */
  public static Machine virtual(
      String name, CpuSpec spec, Simulation simulation, Occupancy occupancy) {
    return new Machine(name, spec, simulation, occupancy);
  }

  /** Gives a host its processors. */
  public static Wiring make(String host, CpuSpec spec, World world) {
    world.require("", host, Host.class, "host");
    if (spec.scheduler() == SchedulerKind.PROCESSOR_SHARING) {
      return SharingMachine.make(host, spec, world);
    }
    Machine made = new Machine(host, spec, world.simulation());
    made.publish(world.simulation().metrics());
    world.add(host, made);
    return Wiring.NONE;
  }

  /**
   * The machine of a host, for something that runs {@code on} it and takes turns with others.
   *
   * @throws Refusal if there is none
   */
  public static Machine at(String host, World world) {
    if (world.find(host, SharedCores.class).isPresent()) {
      throw new Refusal(
          "on",
          ("'%s' shares its cores without turns, which is for 'task-batch' alone; this needs a"
                  + " scheduler that takes turns, as eevdf")
              .formatted(host));
    }
    return world.require("on", host, Machine.class, "host with 'cpu'");
  }

  /** Shows what its processors do, and its groups. */
  public void publish(Metrics metrics) {
    tasks.groups().forEach(group -> tasks.publish(group, metrics, name + "." + group));
    metrics.rateOfTotal(
        name + ".cpu-utilization", Unit.RATIO, () -> sum(processor::busyNs) / 1e9 / count());
    metrics.rateOfTotal(
        name + ".cpu-switching", Unit.RATIO, () -> sum(processor::switchingNs) / 1e9 / count());
    metrics.figure(name + ".context-switches", Unit.COUNT, () -> sum(processor::switches));
  }

  private double sum(IntToLongFunction ofCpu) {
    return IntStream.range(0, count()).mapToLong(ofCpu).sum();
  }

  private int count() {
    return processor.count();
  }

  /** Its processors. */
  public Processor processor() {
    return processor;
  }

  /**
   * A thread of its kernel, which may run on every processor. What is sent upon something received,
   * the thread {@code receive} sends; all else {@code send} does.
   */
  @Override
  public ExecutionContext context(String purpose) {
    return purpose.equals(SEND) ? sender() : thread(purpose);
  }

  private Continued sender() {
    if (sender.isEmpty()) {
      sender = Optional.of(new Continued(thread(RECEIVE), thread(SEND)));
    }
    return sender.get();
  }

  /** Whether whoever sends has something to compute, and no processor. */
  public boolean isSenderDisplaced() {
    return sender().isDisplaced();
  }

  private Task thread(String purpose) {
    return contexts.computeIfAbsent(purpose, this::newThread);
  }

  private Task newThread(String purpose) {
    Task made = task(name + "." + purpose, Optional.empty(), 0, List.of());
    if (purpose.equals(RECEIVE)) {
      made.handleInterrupts();
    }
    return made;
  }

  /** What the kernel does on a processor in interrupts: in order, and before every task. */
  public Task interrupts(int cpu) {
    return Interrupts.task(processor, name + ".interrupts" + cpu, cpu);
  }

  /** How tasks share its processors. */
  public SchedulerKind scheduler() {
    return tasks.kind();
  }

  /** Adds a group for tasks that come later, as those of a virtual machine. */
  public void addGroup(String group, GroupSpec spec) {
    spec.check(scheduler());
    tasks.addGroup(group, spec);
  }

  /**
   * Makes a task.
   *
   * @param group the group that it is in, or none
   * @param nice from -20 to 19; only the fair schedulers look at it
   * @param cpus where it may run; empty for everywhere
   * @throws Refusal if there is no such group or processor
   */
  public Task task(String taskName, Optional<String> group, int nice, List<Integer> cpus) {
    List<Integer> allowed = cpus.isEmpty() ? IntStream.range(0, count()).boxed().toList() : cpus;
    for (int cpu : allowed) {
      if (cpu < 0 || cpu >= count()) {
        throw new Refusal(
            "cpus", "host '%s' has the processors 0 to %d".formatted(name, count() - 1));
      }
    }
    if (group.isPresent() && !tasks.groups().contains(group.get())) {
      throw new Refusal(
          "group",
          "host '%s' has no group '%s'%s"
              .formatted(name, group.get(), NearNames.hint(group.get(), tasks.groups())));
    }
    return tasks.task(processor, taskName, group, nice, allowed);
  }
}
