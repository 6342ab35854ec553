package vdcsim.hardware.cpu.fair;

/** Joining and leaving, from a queue up to the root. */
final class Hierarchy {
  private Hierarchy() {}

  /** An entity joins its queue, and its groups theirs, unless one must wait. */
  static void join(FairScheduler scheduler, Entity entity, int cpu, boolean woken, boolean first) {
    Entity joining = entity;
    boolean isFirst = first;
    while (true) {
      GroupQueue queue = joining.group().queue(cpu);
      if (!joining.queued) {
        scheduler.policy().place(queue, joining, woken, isFirst);
        queue.add(joining);
      }
      if (queue.group().isRoot()) {
        break;
      }
      reweigh(scheduler, queue.group());
      if (queue.runtime().isThrottled()) {
        break;
      }
      if (!queue.hasRunning() && !queue.runtime().mayRun()) {
        throttle(scheduler, queue);
        break;
      }
      joining = queue.group().entity(cpu);
      isFirst = false;
    }
    count(entity.group().queue(cpu), 1);
  }

  /** An entity leaves its queue, and every group that is empty then, its own. */
  static void leave(FairScheduler scheduler, Entity entity, int cpu) {
    count(entity.group().queue(cpu), -1);
    Entity leaving = entity;
    while (leaving.queued) {
      GroupQueue queue = leaving.group().queue(cpu);
      scheduler.policy().leave(queue, leaving);
      queue.remove(leaving);
      if (queue.group().isRoot()) {
        return;
      }
      reweigh(scheduler, queue.group());
      if (!queue.isEmpty()) {
        return;
      }
      queue.runtime().rest();
      leaving = queue.group().entity(cpu);
    }
  }

  /** A group must wait: it leaves its parent's queue with all that is in it. */
  static void throttle(FairScheduler scheduler, GroupQueue queue) {
    countAbove(queue, -queue.tasks());
    queue.runtime().throttle(scheduler.now());
    Entity leaving = queue.group().entity(queue.cpu());
    while (leaving.queued) {
      GroupQueue parent = leaving.group().queue(queue.cpu());
      scheduler.policy().leave(parent, leaving);
      parent.remove(leaving);
      if (parent.group().isRoot() || !parent.isEmpty()) {
        return;
      }
      leaving = parent.group().entity(queue.cpu());
    }
  }

  /** A group may run again. */
  static void rejoin(FairScheduler scheduler, GroupQueue queue) {
    if (queue.isEmpty()) {
      return;
    }
    int tasks = queue.tasks();
    Entity joining = queue.group().entity(queue.cpu());
    join(scheduler, joining, queue.cpu(), /* woken= */ false, /* first= */ false);
    count(joining.group().queue(queue.cpu()), tasks - 1);
  }

  /** Counts tasks up to the root, or to a group that must wait. */
  private static void count(GroupQueue from, int change) {
    GroupQueue queue = from;
    queue.addTasks(change);
    countAbove(queue, change);
  }

  private static void countAbove(GroupQueue from, int change) {
    GroupQueue queue = from;
    while (!queue.group().isRoot() && !queue.runtime().isThrottled()) {
      queue = queue.group().parent().orElseThrow().queue(queue.cpu());
      queue.addTasks(change);
    }
  }

  /** The load of a group has moved between processors, and its shares with it. */
  private static void reweigh(FairScheduler scheduler, FairGroup group) {
    FairGroup parent = group.parent().orElseThrow();
    for (int cpu = 0; cpu < scheduler.cpus(); cpu++) {
      Entity entity = group.entity(cpu);
      long weight = group.weightOn(cpu);
      if (weight != entity.weight()) {
        scheduler.policy().reweigh(parent.queue(cpu), entity, weight);
      }
    }
  }
}
