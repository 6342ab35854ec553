package vdcsim.hardware.cpu.credit2;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.RunQueue;
import vdcsim.hardware.cpu.Scheduler;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** Xen's second credit scheduler. */
public final class Credit2Scheduler implements Scheduler, EventHandler {
  private final Simulation simulation;
  private final long rateLimitNs;
  private final List<SharedQueue> shared = new ArrayList<>();
  private final List<SharedQueue> ofCpu = new ArrayList<>();
  private final List<CpuQueue> queues = new ArrayList<>();
  private final List<Processor> host = new ArrayList<>();
  private final boolean[] tickled;
  private final Tickle tickle = new Tickle(this);
  private boolean moving;

  /**
   * A scheduler.
   *
   * @param groupOf for each processor the number of the group that would share a queue; a group of
   *     more than 16 is split evenly
   * @param rateLimitNs what one may run at least before another preempts it
   */
  public Credit2Scheduler(Simulation simulation, List<Integer> groupOf, long rateLimitNs) {
    this.simulation = simulation;
    this.rateLimitNs = rateLimitNs;
    this.tickled = new boolean[groupOf.size()];
    group(groupOf);
  }

  private void group(List<Integer> groupOf) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int cpu = 0; cpu < groupOf.size(); cpu++) {
      while (groups.size() <= groupOf.get(cpu)) {
        groups.add(new ArrayList<>());
      }
      groups.get(groupOf.get(cpu)).add(cpu);
    }
    for (List<Integer> group : groups) {
      int parts = (group.size() + Credit2.MOST_PROCESSORS - 1) / Credit2.MOST_PROCESSORS;
      for (int part = 0; part < parts; part++) {
        shared.add(
            new SharedQueue(
                group.subList(group.size() * part / parts, group.size() * (part + 1) / parts)));
      }
    }
    for (int cpu = 0; cpu < groupOf.size(); cpu++) {
      int of = cpu;
      ofCpu.add(shared.stream().filter(q -> q.cpus().contains(of)).findFirst().orElseThrow());
    }
  }

  @Override
  public RunQueue queue(int cpu, Processor processor) {
    if (host.isEmpty()) {
      host.add(processor);
    }
    CpuQueue queue = new CpuQueue(this, cpu);
    queues.add(queue);
    return queue;
  }

  /**
   * Makes a domain.
   *
   * @param weight against the others, 256 as most
   * @param cap the most that it gets, in percent of one processor; 0 for no limit
   */
  public Domain domain(String name, int weight, int cap) {
    return new Domain(this, name, weight, cap);
  }

  /** Makes a virtual processor of a domain; it begins in the queue with the least load. */
  public Task vcpu(Domain domain, String name, List<Integer> allowed) {
    Unit unit = new Unit(domain);
    Task task = host.get(0).task(name, allowed, unit);
    unit.stands(task);
    domain.joins();
    SharedQueue least = shared.stream().filter(q -> q.takes(unit)).findFirst().orElseThrow();
    for (SharedQueue queue : shared) {
      if (queue.load() < least.load() && queue.takes(unit)) {
        least = queue;
      }
    }
    unit.cpu(least.pick(unit));
    least.assign(unit);
    return task;
  }

  /** Where one that wakes runs, or waits. */
  @Override
  public OptionalInt place(Task task) {
    Unit unit = (Unit) task.schedulable();
    unit.tickledCpu(tickle.choose(unit));
    return OptionalInt.of(unit.tickledCpu() == Unit.NOBODY ? unit.cpu() : unit.tickledCpu());
  }

  Simulation simulation() {
    return simulation;
  }

  long now() {
    return simulation.now();
  }

  long rateLimitNs() {
    return rateLimitNs;
  }

  CpuQueue queue(int cpu) {
    return queues.get(cpu);
  }

  SharedQueue sharedOf(int cpu) {
    return ofCpu.get(cpu);
  }

  List<SharedQueue> shared() {
    return Collections.unmodifiableList(shared);
  }

  boolean isTickled(int cpu) {
    return cpu != Unit.NOBODY && tickled[cpu];
  }

  boolean isIdle(int cpu) {
    return queues.get(cpu).isIdle() && !tickled[cpu];
  }

  boolean isCoreIdle(int cpu) {
    int cores = host.get(0).topology().cores();
    for (int thread = host.get(0).topology().core(cpu); thread < tickled.length; thread += cores) {
      if (!isIdle(thread)) {
        return false;
      }
    }
    return true;
  }

  /** It wants to run, and may, or does so no more. */
  void runnable(Unit unit, boolean now) {
    unit.runnable(now(), now);
    unit.queue().runnable(now(), now ? 1 : -1);
  }

  /** Some processor should look for one that waits, at this instant but after this event. */
  void tickle(Unit unit) {
    int cpu = tickle.choose(unit);
    unit.tickledCpu(cpu);
    if (cpu != Unit.NOBODY) {
      tickle(cpu);
    }
  }

  private void tickle(int cpu) {
    tickled[cpu] = true;
    simulation.schedule(0, this, cpu, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int cpu, long argument, Object reference) {
    host.get(0).look(cpu);
  }

  void looks(int cpu) {
    tickled[cpu] = false;
  }

  /** There is budget again for one that was parked. */
  void unparked(Unit unit) {
    if (unit.task().state() == Task.State.WAITING || unit.isRunning()) {
      return;
    }
    runnable(unit, true);
    unit.queue().insert(unit);
    tickle(unit);
  }

  /** All of a queue get new credit, since the next one has none; then queues are balanced. */
  void reset(Unit next) {
    boolean deep = next.creditNs() == Credit2.LEAST_NS;
    SharedQueue queue = next.queue();
    for (Unit unit : queue.units()) {
      if (unit.isRunning() && unit != next) {
        unit.burn(now(), queue.heaviest());
        if (unit.domain().isCapped() && unit.budgetNs() <= 0) {
          tickle(unit.cpu());
        }
      }
      unit.reset(now(), deep ? 2 * Credit2.INITIAL_NS : Credit2.INITIAL_NS);
    }
    Balance.balance(this, queue);
  }

  /** One goes to another queue, at once or as soon as it does not run. */
  void migrate(Unit unit, SharedQueue to) {
    if (unit.isRunning()) {
      unit.goes(Optional.of(to));
      tickle(unit.task().cpu());
    } else {
      moves(unit, to, unit.queue().remove(unit));
    }
  }

  void moves(Unit unit, SharedQueue to, boolean waits) {
    unit.goes(Optional.empty());
    if (unit.isRunnable()) {
      unit.queue().runnable(now(), -1);
      to.runnable(now(), 1);
    }
    unit.queue().leave(unit);
    to.assign(unit);
    unit.cpu(to.pick(unit));
    if (waits) {
      bring(unit, unit.cpu());
      to.insert(unit);
      tickle(unit);
    }
  }

  /** A task that is ready belongs to another processor from now on. */
  void bring(Unit unit, int cpu) {
    if (unit.task().cpu() != cpu) {
      moving = true;
      host.get(0).move(unit.task(), unit.task().cpu(), cpu);
      moving = false;
    }
  }

  boolean isMoving() {
    return moving;
  }
}
