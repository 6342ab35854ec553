package vdcsim.hardware.cpu.fair;

import java.util.Optional;
import vdcsim.hardware.cpu.RunQueue;
import vdcsim.hardware.cpu.Task;

/** The ready tasks of one logical processor under the fair scheduler. */
final class FairRunQueue implements RunQueue {
  private final FairScheduler scheduler;
  private final int cpu;
  private final GroupQueue root;

  FairRunQueue(FairScheduler scheduler, int cpu) {
    this.scheduler = scheduler;
    this.cpu = cpu;
    this.root = scheduler.root().queue(cpu);
  }

  private static Entity entity(Task task) {
    return (Entity) task.schedulable();
  }

  @Override
  public void enqueue(Task task, boolean woken) {
    Entity entity = entity(task);
    Hierarchy.join(scheduler, entity, cpu, woken, entity.joinsFirst());
  }

  @Override
  public void dequeue(Task task) {
    Hierarchy.leave(scheduler, entity(task), cpu);
  }

  @Override
  public void charge(Task running, long ns) {
    Entity entity = entity(running);
    while (true) {
      entity.vruntime += entity.weighted(ns);
      entity.sliceRanNs += ns;
      GroupQueue queue = entity.group().queue(cpu);
      queue.advanceMinVruntime();
      queue.group().ran(ns);
      queue.runtime().charge(ns);
      if (queue.group().isRoot()) {
        return;
      }
      entity = queue.group().entity(cpu);
    }
  }

  /** A group whose time is used up, or an entity whose turn is over while others are ready. */
  @Override
  public boolean wantsSwitch(Task running) {
    if (!(running.schedulable() instanceof Entity)) {
      return root.tasks() > 0;
    }
    Entity entity = entity(running);
    while (true) {
      GroupQueue queue = entity.group().queue(cpu);
      boolean over = queue.entities().size() > 1 && scheduler.policy().turnIsOver(queue, entity);
      if (over || queue.runtime().isUsedUp()) {
        return true;
      }
      if (queue.group().isRoot()) {
        return false;
      }
      entity = queue.group().entity(cpu);
    }
  }

  /** Decided in the group that both are in. */
  @Override
  public boolean preempts(Task woken, Task running) {
    Entity one = entity(woken);
    Entity other = entity(running);
    int oneDepth = one.depth();
    int otherDepth = other.depth();
    while (one.group() != other.group()) {
      if (oneDepth >= otherDepth) {
        one = one.group().entity(cpu);
        oneDepth--;
      } else {
        other = other.group().entity(cpu);
        otherDepth--;
      }
    }
    return one != other
        && one.queued
        && other.queued
        && scheduler.policy().preempts(one.group().queue(cpu), one, other);
  }

  @Override
  public Task pick(Task idle) {
    GroupQueue queue = root;
    throttleWhatIsUsedUp();
    if (queue.isEmpty()) {
      return idle;
    }
    while (true) {
      Entity chosen = scheduler.policy().choose(queue);
      queue.served(chosen);
      if (!queue.isRunning(chosen)) {
        release(queue);
        queue.runs(chosen);
        scheduler.policy().chosen(queue, chosen);
      } else if (scheduler.policy().turnIsOver(queue, chosen)) {
        scheduler.policy().chosen(queue, chosen);
      }
      if (chosen.isTask()) {
        return chosen.task();
      }
      queue = chosen.content().orElseThrow();
    }
  }

  /** It and the groups that it is in, unless one of them must wait (set_next_buddy). */
  @Override
  public boolean favours(Task task) {
    for (Entity e = entity(task); ; e = e.group().entity(cpu)) {
      if (!e.queued) {
        return false;
      }
      if (e.group().isRoot()) {
        break;
      }
    }
    for (Entity e = entity(task); ; e = e.group().entity(cpu)) {
      e.group().queue(cpu).favour(e);
      if (e.group().isRoot()) {
        return true;
      }
    }
  }

  @Override
  public void giveWay(Task running) {
    if (root.tasks() == 1) {
      return;
    }
    for (Entity e = entity(running); ; e = e.group().entity(cpu)) {
      scheduler.policy().giveWay(e.group().queue(cpu), e);
      if (e.group().isRoot()) {
        return;
      }
    }
  }

  /** What ran so far does not any more, down to the task. */
  private static void release(GroupQueue from) {
    GroupQueue queue = from;
    while (queue.hasRunning()) {
      Entity running = queue.running();
      queue.runsNone();
      if (running.isTask()) {
        return;
      }
      queue = running.content().orElseThrow();
    }
  }

  /** Of what has run, the groups that have used up their quota must wait. */
  private void throttleWhatIsUsedUp() {
    GroupQueue queue = root;
    while (queue.hasRunning()) {
      Entity running = queue.running();
      if (running.isTask()) {
        return;
      }
      GroupQueue content = running.content().orElseThrow();
      if (!content.runtime().mayRun()) {
        release(queue);
        Hierarchy.throttle(scheduler, content);
        return;
      }
      queue = content;
    }
  }

  /** Turns and quotas are looked at when the clock ticks, and only if there is anything to see. */
  @Override
  public long nextDecisionNs(Task running, long nowNs) {
    if (root.tasks() <= 1 && !entity(running).group().isWithinQuota()) {
      return NEVER;
    }
    return (nowNs / scheduler.tickNs() + 1) * scheduler.tickNs();
  }

  @Override
  public long balanceNs() {
    return scheduler.cpus() * Tunables.BALANCE_NS;
  }

  @Override
  public long load() {
    return root.load();
  }

  /** Its part of its group's weight, of that the group's part of its parent's (task_h_load). */
  @Override
  public long load(Task task) {
    Entity entity = entity(task);
    long part = entity.weight();
    while (!entity.group().isRoot()) {
      long all = Math.max(1, entity.group().queue(cpu).load());
      entity = entity.group().entity(cpu);
      part = part * entity.weight() / all;
    }
    return part;
  }

  @Override
  public int ready() {
    return root.tasks();
  }

  @Override
  public Optional<Task> movable(int to, Task running) {
    return movable(root, to, running);
  }

  private static Optional<Task> movable(GroupQueue queue, int to, Task running) {
    for (Entity entity : queue.entities()) {
      Optional<Task> found =
          entity.isTask()
              ? Optional.of(entity.task())
                  .filter(task -> task != running && task.allowed().contains(to))
              : movable(entity.content().orElseThrow(), to, running);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
