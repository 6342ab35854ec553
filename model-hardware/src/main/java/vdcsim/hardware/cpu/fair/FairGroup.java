package vdcsim.hardware.cpu.fair;

import java.util.Optional;

/**
 * A group of tasks that competes as one, as a control group does: with shares against its
 * neighbours, and a quota (Linux, cpu.shares or cpu.weight; cpu.max; cpu.idle).
 */
public final class FairGroup {
  /** The least weight of a group on one processor (MIN_SHARES). */
  private static final long LEAST_WEIGHT = 2;

  /** The weight of a task or group that runs only when nobody else wants to (WEIGHT_IDLEPRIO). */
  static final long IDLE_WEIGHT = 3;

  private final FairScheduler scheduler;
  private final Optional<FairGroup> parent;
  private final String name;
  private final long shares;
  private final Bandwidth bandwidth;
  private final boolean limited;

  /** One for each processor: looked at at each event of one. */
  private final GroupQueue[] queues;

  /** What stands for it in its parent's queues; none for the root. */
  private final Entity[] entities;

  private long ranNs;

  /** What its queues weigh together. */
  private long load;

  FairGroup(
      FairScheduler scheduler,
      Optional<FairGroup> parent,
      String name,
      long shares,
      boolean idle,
      Quota quota) {
    this.scheduler = scheduler;
    this.parent = parent;
    this.name = name;
    this.shares = idle ? IDLE_WEIGHT : shares;
    this.bandwidth = new Bandwidth(scheduler.simulation(), quota);
    this.limited = quota.isLimited() || (parent.isPresent() && parent.get().limited);
    this.queues = new GroupQueue[scheduler.cpus()];
    this.entities = new Entity[parent.isPresent() ? queues.length : 0];
    for (int cpu = 0; cpu < queues.length; cpu++) {
      queues[cpu] = new GroupQueue(this, cpu);
      if (parent.isPresent()) {
        entities[cpu] =
            new Entity(parent.get(), queues[cpu], this.shares, idle, scheduler.nextOrder());
      }
    }
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** How long its tasks have run so far, in nanoseconds, all processors together. */
  public long ranNs() {
    return ranNs;
  }

  /** Whether it has a quota. */
  public boolean isLimited() {
    return bandwidth.isLimited();
  }

  /** Periods of its quota in which it wanted to run. */
  public long periods() {
    return bandwidth.periods();
  }

  /** Periods at whose end it waited for the next. */
  public long throttledPeriods() {
    return bandwidth.throttledPeriods();
  }

  /** How long it has waited because of its quota, in nanoseconds, summed over processors. */
  public long throttledNs() {
    return bandwidth.throttledNs();
  }

  /** Whether it has a quota, or a group has that it is in. */
  boolean isWithinQuota() {
    return limited;
  }

  FairScheduler scheduler() {
    return scheduler;
  }

  Optional<FairGroup> parent() {
    return parent;
  }

  Bandwidth bandwidth() {
    return bandwidth;
  }

  GroupQueue queue(int cpu) {
    return queues[cpu];
  }

  /** What stands for it in its parent's queue; the root has none. */
  Entity entity(int cpu) {
    return entities[cpu];
  }

  boolean isRoot() {
    return parent.isEmpty();
  }

  void addLoad(long change) {
    load += change;
  }

  void ran(long ns) {
    ranNs += ns;
  }

  /** Its shares on one processor: as much of them as of its load is there (calc_group_shares). */
  long weightOn(int cpu) {
    long here = queues[cpu].load();
    if (here == 0 && load != 0) {
      // So it is on most processors; the same without a division.
      return LEAST_WEIGHT;
    }
    return load == 0 || load == here
        ? shares
        : Math.max(LEAST_WEIGHT, Math.min(shares, shares * here / load));
  }
}
