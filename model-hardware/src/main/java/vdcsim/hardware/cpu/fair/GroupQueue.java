package vdcsim.hardware.cpu.fair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The ready entities of a group on one logical processor, that which runs among them. */
final class GroupQueue {
  private final FairGroup group;
  private final int cpu;
  private final List<Entity> entities = new ArrayList<>();

  /** Made once: it is looked at at each event (VirtioPackets: 20 % of what a packet allocated). */
  private final List<Entity> view = Collections.unmodifiableList(entities);

  private long load;
  private int tasks;
  private Optional<Entity> running = Optional.empty();
  private Optional<Entity> next = Optional.empty();
  private Optional<Entity> skipped = Optional.empty();
  private long minVruntime;
  private final LocalRuntime runtime;

  GroupQueue(FairGroup group, int cpu) {
    this.group = group;
    this.cpu = cpu;
    this.runtime = new LocalRuntime(group.bandwidth(), this);
  }

  FairGroup group() {
    return group;
  }

  int cpu() {
    return cpu;
  }

  LocalRuntime runtime() {
    return runtime;
  }

  List<Entity> entities() {
    return view;
  }

  boolean isEmpty() {
    return entities.isEmpty();
  }

  /** The sum of the weights. */
  long load() {
    return load;
  }

  /** How many tasks are ready below it, those of groups included unless they must wait. */
  int tasks() {
    return tasks;
  }

  void addTasks(int change) {
    tasks += change;
  }

  boolean isRunning(Entity entity) {
    return running.isPresent() && running.get() == entity;
  }

  /** The entity that runs, or in which the running one is; there must be one. */
  Entity running() {
    return running.orElseThrow();
  }

  boolean hasRunning() {
    return running.isPresent();
  }

  void runs(Entity entity) {
    running = entity.itself();
  }

  void runsNone() {
    running = Optional.empty();
  }

  void add(Entity entity) {
    entities.add(entity);
    entity.queued = true;
    addLoad(entity.weight());
  }

  void remove(Entity entity) {
    entities.remove(entity);
    entity.queued = false;
    addLoad(-entity.weight());
    if (isRunning(entity)) {
      running = Optional.empty();
    }
    served(entity);
  }

  /** Somebody gives up a turn for an entity, or for one in it (cfs_rq->next). */
  void favour(Entity entity) {
    next = entity.itself();
  }

  /** Who is favoured, if anybody is. */
  Optional<Entity> favoured() {
    return next;
  }

  /** An entity gives up its turn, or one in it does (cfs_rq->skip). */
  void skip(Entity entity) {
    skipped = entity.itself();
  }

  boolean isSkipped(Entity entity) {
    return skipped.isPresent() && skipped.get() == entity;
  }

  /** An entity has its turn, or is gone: it is neither favoured nor skipped any more. */
  void served(Entity entity) {
    if (next.isPresent() && next.get() == entity) {
      next = Optional.empty();
    }
    if (isSkipped(entity)) {
      skipped = Optional.empty();
    }
  }

  private void addLoad(long change) {
    load += change;
    group.addLoad(change);
  }

  void changeWeight(Entity entity, long weight) {
    if (entity.queued) {
      addLoad(weight - entity.weight());
    }
    entity.weight(weight);
  }

  /**
   * The virtual time at which every entity would have had just its share: the mean of theirs,
   * weighted.
   */
  long averageVruntime() {
    if (entities.isEmpty()) {
      return minVruntime;
    }
    long base = entities.get(0).vruntime;
    if (entities.size() == 1) {
      return base;
    }
    long sum = 0;
    for (int i = 0; i < entities.size(); i++) {
      Entity entity = entities.get(i);
      sum += (entity.vruntime - base) * entity.weight();
    }
    return base + Math.floorDiv(sum, load);
  }

  /** The least virtual time; it never falls, so that whoever comes anew gains nothing. */
  long minVruntime() {
    return minVruntime;
  }

  void advanceMinVruntime() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < entities.size(); i++) {
      least = Math.min(least, entities.get(i).vruntime);
    }
    if (least != Long.MAX_VALUE) {
      minVruntime = Math.max(minVruntime, least);
    }
  }
}
