package vdcsim.hardware.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

/**
 * The logical processors of a machine, and the tasks that share them.
 *
 * <p>If all processors are alike, a task that wakes goes to the processor that it ran on last, if
 * that is idle, or else to an idle one, or else to the one with the fewest ready tasks; a processor
 * that runs out of work takes a ready task from the one that has the most (Linux, {@code
 * select_idle_sibling}, {@code newidle_balance}).
 */
public final class Processor {
  private final Simulation simulation;
  private final String name;
  private final Topology topology;
  private final Cores cores;
  private final Placement placement;
  private final Scheduler scheduler;
  private Clock clock;
  private IdleStates idleStates = IdleStates.NONE;
  private int coresOfSocket = 1;
  private boolean wakesAtInterrupts;
  private OptionalInt telling = OptionalInt.empty();
  private final List<LogicalCpu> cpus = new ArrayList<>();

  /** Tasks that have no processor and want one; what has none to give need not be asked. */
  private int ready;

  /** Makes a machine's processors, all of them alike. */
  public Processor(
      Simulation simulation,
      String name,
      int count,
      Frequency frequency,
      long switchNs,
      Scheduler scheduler) {
    this(simulation, name, Topology.flat(count), frequency, switchNs, scheduler);
  }

  /**
   * Makes a machine's processors.
   *
   * @param switchNs what it takes to switch to another task
   */
  public Processor(
      Simulation simulation,
      String name,
      Topology topology,
      Frequency frequency,
      long switchNs,
      Scheduler scheduler) {
    this(simulation, name, topology, frequency, scheduler);
    for (int i = 0; i < topology.cpus(); i++) {
      RunQueue queue = scheduler.queue(i, this);
      cpus.add(new LogicalCpu(this, i, queue, switchNs, Speed.FULL, cores));
    }
  }

  private Processor(
      Simulation simulation,
      String name,
      Topology topology,
      Frequency frequency,
      Scheduler scheduler) {
    this.scheduler = scheduler;
    this.topology = topology;
    this.cores = new Cores(this, topology);
    this.placement = new Placement(this, topology, cores);
    this.simulation = simulation;
    this.name = name;
    this.clock = new Clock(frequency.hertz());
  }

  /**
   * Makes a virtual machine's processors: they stand still until somebody powers them.
   *
   * @param occupancy told when one has something to run, and when it has not any more
   */
  public static Processor virtual(
      Simulation simulation,
      String name,
      int count,
      Frequency frequency,
      long switchNs,
      Scheduler scheduler,
      Occupancy occupancy) {
    Processor made = new Processor(simulation, name, Topology.flat(count), frequency, scheduler);
    for (int i = 0; i < count; i++) {
      RunQueue queue = scheduler.queue(i, made);
      made.cpus.add(new LogicalCpu(made, i, queue, switchNs, 0, occupancy));
    }
    return made;
  }

  /**
   * How its processors sleep from now on, when they have nothing to do.
   *
   * @param sockets among which the cores are divided; those that follow each other share one
   */
  public void sleep(IdleStates states, int sockets) {
    idleStates = states;
    coresOfSocket = topology.cores() / sockets;
  }

  /** How long a processor takes to come out of a sleep of {@code idleNs}, which ends now. */
  long wakingNs(int index, long idleNs) {
    return idleStates.isNone() ? 0 : idleStates.exitNs(idleNs, isBesideAwake(index));
  }

  private boolean isBesideAwake(int index) {
    for (int i = 0; i < count(); i++) {
      if (i != index && socket(i) == socket(index) && !cpus.get(i).isIdle()) {
        return true;
      }
    }
    return false;
  }

  private int socket(int index) {
    return topology.core(index) / coresOfSocket;
  }

  /**
   * A task that is woken in an interrupt comes to the processor of that, if it has nothing else to
   * run (Linux before 4.16, wake_affine); from then on it stays where it was, if that is idle.
   */
  public void wakeAtInterrupts() {
    wakesAtInterrupts = true;
  }

  /** A processor tells somebody that its task has computed something, or has told it. */
  void tells(OptionalInt cpu) {
    telling = cpu;
  }

  /** From an instant on, now or soon, a processor has so much of its clock; 0 halts it. */
  public void power(int index, long fromNs, long speed) {
    cpus.get(index).power(fromNs, speed);
  }

  /** Takes another clock; nothing may have been computed yet. */
  public void clock(Frequency frequency) {
    clock = new Clock(frequency.hertz());
  }

  /** Whether a processor has nothing to run. */
  public boolean isIdle(int index) {
    return cpus.get(index).isIdle();
  }

  /** Whether a processor has something to run, and a virtual one a real processor for that. */
  public boolean isRunning(int index) {
    return !cpus.get(index).isIdle() && cpus.get(index).isPowered();
  }

  /** The machine's name. */
  public String name() {
    return name;
  }

  /** The run. */
  public Simulation simulation() {
    return simulation;
  }

  /** The present instant. */
  public long now() {
    return simulation.now();
  }

  /** Its clock. */
  public Frequency frequency() {
    return new Frequency(clock.hertz());
  }

  Clock clock() {
    return clock;
  }

  LogicalCpu cpu(int index) {
    return cpus.get(index);
  }

  /** How many logical processors it has. */
  public int count() {
    return cpus.size();
  }

  /** How its logical processors hang together. */
  public Topology topology() {
    return topology;
  }

  /** The cycles that pass in a time. */
  public long cycles(long ns) {
    return clock.cycles(ns);
  }

  /** The time that cycles take, rounded up. */
  public long nanoseconds(long cycles) {
    return clock.nanoseconds(cycles);
  }

  /**
   * A task that may run on some processors only.
   *
   * @throws IllegalArgumentException if it may run nowhere, or on a processor that is not there
   */
  public Task task(String taskName, List<Integer> allowed, Schedulable schedulable) {
    if (allowed.isEmpty() || allowed.stream().anyMatch(i -> i < 0 || i >= count())) {
      throw new IllegalArgumentException(
          "'%s' may run on the processors %s, but '%s' has 0 to %d"
              .formatted(taskName, allowed, name, count() - 1));
    }
    return new Task(this, taskName, allowed, schedulable);
  }

  void wake(Task task) {
    cpus.get(placeOf(task)).wake(task);
  }

  private int placeOf(Task task) {
    OptionalInt said = scheduler.place(task);
    if (said.isPresent()) {
      return said.getAsInt();
    }
    if (wakesAtInterrupts && telling.isPresent()) {
      LogicalCpu waker = cpus.get(telling.getAsInt());
      if (waker.isFreeButForInterrupt() && task.mayRunOn(telling.getAsInt())) {
        return telling.getAsInt();
      }
    }
    if (!topology.isFlat()) {
      return placement.place(task);
    }
    int best = task.cpu();
    List<Integer> allowed = task.allowed();
    for (int i = 0; i < allowed.size() && !cpus.get(best).isIdle(); i++) {
      if (isBetter(allowed.get(i), best)) {
        best = allowed.get(i);
      }
    }
    return best;
  }

  private boolean isBetter(int candidate, int best) {
    LogicalCpu cpu = cpus.get(candidate);
    return cpu.isIdle() || cpu.queue().ready() < cpus.get(best).queue().ready();
  }

  /** So many more of its tasks are ready and do not run. */
  void countReady(int change) {
    ready += change;
  }

  /** Finds work for a processor that has none; returns whether there is some now. */
  boolean pullFor(int index) {
    return ready > 0 && pullFromBusiest(index);
  }

  private boolean pullFromBusiest(int index) {
    LogicalCpu idle = cpus.get(index);
    int most = 1;
    LogicalCpu busiest = idle;
    for (LogicalCpu cpu : cpus) {
      if (cpu != idle && cpu.queue().ready() > most) {
        most = cpu.queue().ready();
        busiest = cpu;
      }
    }
    if (busiest == idle) {
      return false;
    }
    Optional<Task> movable = busiest.queue().movable(index, busiest.running());
    movable.ifPresent(task -> move(task, task.cpu(), index));
    return movable.isPresent();
  }

  /** Gives a ready task to the processor with the least load, if that makes both more alike. */
  void pushFrom(int index) {
    RunQueue full = cpus.get(index).queue();
    int to = index;
    for (int i = 0; i < count(); i++) {
      if (cpus.get(i).queue().load() < cpus.get(to).queue().load()) {
        to = i;
      }
    }
    Optional<Task> movable = full.movable(to, cpus.get(index).running());
    if (to != index && movable.isPresent()) {
      Task task = movable.get();
      if (full.load(task) < full.load() - cpus.get(to).queue().load()) {
        move(task, index, to);
        cpus.get(to).look();
      }
    }
  }

  /** A ready task that does not run goes to another processor, which must look at it by itself. */
  public void move(Task task, int from, int to) {
    cpus.get(from).queue().dequeue(task);
    task.ready(to);
    cpus.get(to).queue().enqueue(task, /* woken= */ false);
  }

  /** Linux, kernel/sched/core.c: yield_to. */
  Task.Yield yieldTo(Task running, Task other) {
    if (running.state() != Task.State.RUNNING || other.state() != Task.State.READY) {
      return Task.Yield.NOT_DONE;
    }
    LogicalCpu here = cpus.get(running.cpu());
    LogicalCpu there = cpus.get(other.cpu());
    if (here.queue().ready() == 1 && there.queue().ready() == 1) {
      return Task.Yield.IN_VAIN;
    }
    if (!there.queue().favours(other)) {
      return Task.Yield.NOT_DONE;
    }
    if (here != there) {
      there.look();
    }
    here.giveWay(running);
    return Task.Yield.DONE;
  }

  /** Whether what runs on a processor, or would if that had power, is its kernel's. */
  public boolean isInKernel(int index) {
    return cpus.get(index).running().isInKernel();
  }

  /** A queue has changed from outside, as when a group may run again. */
  public void look(int index) {
    cpus.get(index).look();
  }

  /** Time in which tasks ran on a processor, up to now. */
  public long busyNs(int index) {
    return cpus.get(index).busyNs();
  }

  /** Time in which a processor switched between tasks, up to now. */
  public long switchingNs(int index) {
    return cpus.get(index).switchingNs();
  }

  /** How often a processor has switched to a task. */
  public long switches(int index) {
    return cpus.get(index).switches();
  }
}
