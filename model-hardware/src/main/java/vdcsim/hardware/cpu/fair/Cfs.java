package vdcsim.hardware.cpu.fair;

import java.util.Optional;

/**
 * The completely fair scheduler (Linux before 6.6): the entity that has run least, by its weight,
 * runs next, for its share of a period.
 *
 * @param latencyNs the period in which every entity runs once, if they are few
 * @param minGranularityNs the least turn
 * @param wakeupGranularityNs by how much a woken entity must be behind to preempt
 */
public record Cfs(long latencyNs, long minGranularityNs, long wakeupGranularityNs)
    implements FairPolicy {

  /** The policy of a machine with so many processors: all times grow with their logarithm. */
  public static Cfs linux(int cpus) {
    return new Cfs(
        Tunables.scaled(Tunables.LATENCY_NS, cpus),
        Tunables.scaled(Tunables.MIN_GRANULARITY_NS, cpus),
        Tunables.scaled(Tunables.WAKEUP_GRANULARITY_NS, cpus));
  }

  /** A sleeper comes back at most half a period ahead; a new one waits for a turn. */
  @Override
  public void place(GroupQueue queue, Entity joining, boolean woken, boolean first) {
    long start = queue.minVruntime();
    if (first) {
      joining.vruntime = start + joining.weighted(slice(queue, joining));
    } else if (woken) {
      joining.vruntime = Math.max(joining.vruntime, start - latencyNs / 2);
    } else {
      joining.vruntime = start + joining.lag;
    }
  }

  @Override
  public void leave(GroupQueue queue, Entity leaving) {
    leaving.lag = leaving.vruntime - queue.minVruntime();
  }

  @Override
  public void chosen(GroupQueue queue, Entity chosen) {
    chosen.sliceRanNs = 0;
  }

  @Override
  public Entity pick(GroupQueue queue) {
    Entity best = queue.entities().get(0);
    for (Entity entity : queue.entities()) {
      if (isBefore(entity, best)) {
        best = entity;
      }
    }
    return best;
  }

  /** As far as the claims of two differ by less than lets one preempt (pick_next_entity). */
  @Override
  public Entity choose(GroupQueue queue) {
    Entity first = pick(queue);
    Entity chosen = first;
    if (queue.isSkipped(first)) {
      chosen = second(queue, first).filter(e -> !isFarBehind(e, first)).orElse(first);
    }
    return queue.favoured().filter(e -> !isFarBehind(e, first)).orElse(chosen);
  }

  private static Optional<Entity> second(GroupQueue queue, Entity first) {
    Optional<Entity> second = Optional.empty();
    for (Entity entity : queue.entities()) {
      if (entity != first && (second.isEmpty() || isBefore(entity, second.get()))) {
        second = entity.itself();
      }
    }
    return second;
  }

  /** Whether an entity has had so much more that the first would preempt it. */
  private boolean isFarBehind(Entity entity, Entity first) {
    return entity.vruntime - first.vruntime > first.weighted(wakeupGranularityNs);
  }

  @Override
  public void giveWay(GroupQueue queue, Entity running) {
    queue.skip(running);
  }

  private static boolean isBefore(Entity one, Entity other) {
    return one.vruntime != other.vruntime
        ? one.vruntime < other.vruntime
        : one.order() < other.order();
  }

  /** An entity's turn: its share of the period, which is longer when there are many. */
  private long slice(GroupQueue queue, Entity entity) {
    int count = queue.entities().size() + (entity.queued ? 0 : 1);
    long load = queue.load() + (entity.queued ? 0 : entity.weight());
    long period = Math.max(latencyNs, count * minGranularityNs);
    return Math.max(least(queue, entity), period * entity.weight() / load);
  }

  /** The least turn; one of the idle class has a shorter one, unless all are of that. */
  private long least(GroupQueue queue, Entity entity) {
    boolean yields =
        entity.isIdle() && queue.entities().stream().anyMatch(other -> !other.isIdle());
    return yields ? Math.min(minGranularityNs, Tunables.IDLE_MIN_GRANULARITY_NS) : minGranularityNs;
  }

  @Override
  public boolean turnIsOver(GroupQueue queue, Entity running) {
    long slice = slice(queue, running);
    if (running.sliceRanNs > slice) {
      return true;
    }
    return running.sliceRanNs >= minGranularityNs
        && running.vruntime - pick(queue).vruntime > slice;
  }

  @Override
  public boolean preempts(GroupQueue queue, Entity woken, Entity running) {
    if (running.isIdle() != woken.isIdle()) {
      return running.isIdle();
    }
    return running.vruntime - woken.vruntime > woken.weighted(wakeupGranularityNs);
  }

  @Override
  public void reweigh(GroupQueue queue, Entity entity, long weight) {
    queue.changeWeight(entity, weight);
  }
}
