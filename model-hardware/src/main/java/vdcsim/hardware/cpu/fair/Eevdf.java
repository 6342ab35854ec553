package vdcsim.hardware.cpu.fair;

import java.util.List;
import java.util.Optional;

/**
 * Earliest eligible virtual deadline first (Stoica and Abdel-Wahab 1995; Linux from 6.6 on): among
 * the entities that have had at most their share, the one whose next slice would have to end first
 * runs, until that slice is over.
 *
 * @param sliceNs the length of a slice
 * @param tickNs the period of the scheduler's clock, which bounds what a sleeper may keep
 */
public record Eevdf(long sliceNs, long tickNs) implements FairPolicy {

  /** The policy of a machine with so many processors: the slice grows with their logarithm. */
  public static Eevdf linux(int cpus, long tickNs) {
    return linux(Tunables.BASE_SLICE_NS, cpus, tickNs);
  }

  /** The same with another slice on one processor. */
  public static Eevdf linux(long baseSliceNs, int cpus, long tickNs) {
    return new Eevdf(Tunables.scaled(baseSliceNs, cpus), tickNs);
  }

  @Override
  public void place(GroupQueue queue, Entity joining, boolean woken, boolean first) {
    long average = queue.averageVruntime();
    long lag = 0;
    if (!first && !queue.isEmpty()) {
      // Joining shifts the average, so that the lag must be larger to be as large afterwards.
      lag = joining.lag * (queue.load() + joining.weight()) / queue.load();
    }
    joining.vruntime = average - lag;
    long slice = joining.weighted(sliceNs);
    joining.deadline = joining.vruntime + (first ? slice / 2 : slice);
  }

  @Override
  public void leave(GroupQueue queue, Entity leaving) {
    long limit = leaving.weighted(Math.max(2 * sliceNs, tickNs));
    long lag = queue.averageVruntime() - leaving.vruntime;
    leaving.lag = Math.max(-limit, Math.min(limit, lag));
  }

  @Override
  public void chosen(GroupQueue queue, Entity chosen) {
    renew(chosen);
  }

  private void renew(Entity entity) {
    if (entity.vruntime >= entity.deadline) {
      entity.deadline = entity.vruntime + entity.weighted(sliceNs);
    }
  }

  @Override
  public Entity pick(GroupQueue queue) {
    long average = queue.averageVruntime();
    if (queue.hasRunning()) {
      Entity running = queue.running();
      boolean inTurn = running.vruntime < running.deadline && !running.gaveWay;
      if (inTurn && running.vruntime <= average) {
        return running;
      }
      renew(running);
    }
    List<Entity> entities = queue.entities();
    Entity best = entities.get(0);
    for (int i = 1; i < entities.size(); i++) {
      Entity entity = entities.get(i);
      boolean eligible = entity.vruntime <= average;
      boolean bestEligible = best.vruntime <= average;
      if (eligible == bestEligible ? isBefore(entity, best) : eligible) {
        best = entity;
      }
    }
    return best;
  }

  /** One that is owed time at least (PICK_BUDDY). */
  @Override
  public Entity choose(GroupQueue queue) {
    long average = queue.averageVruntime();
    Optional<Entity> favoured = queue.favoured();
    boolean owed = favoured.isPresent() && favoured.get().vruntime <= average;
    Entity chosen = owed ? favoured.get() : pick(queue);
    chosen.gaveWay = false;
    return chosen;
  }

  /** A task forfeits the rest of its slice; its groups do not (6.18, yield_task_fair). */
  @Override
  public void giveWay(GroupQueue queue, Entity running) {
    if (!running.isTask()) {
      return;
    }
    running.gaveWay = true;
    if (running.vruntime <= queue.averageVruntime()) {
      running.vruntime = Math.max(running.vruntime, running.deadline);
      running.deadline = running.vruntime + running.weighted(sliceNs);
      queue.advanceMinVruntime();
    }
  }

  private static boolean isBefore(Entity one, Entity other) {
    return one.deadline != other.deadline
        ? one.deadline < other.deadline
        : one.order() < other.order();
  }

  @Override
  public boolean turnIsOver(GroupQueue queue, Entity running) {
    return running.vruntime >= running.deadline;
  }

  /** A slice that has begun is not cut, unless it is an idle one's (RUN_TO_PARITY). */
  @Override
  public boolean preempts(GroupQueue queue, Entity woken, Entity running) {
    return (running.isIdle() && !woken.isIdle())
        || (woken.isIdle() == running.isIdle() && pick(queue) == woken);
  }

  @Override
  public void reweigh(GroupQueue queue, Entity entity, long weight) {
    if (entity.queued && weight != entity.weight()) {
      long average = queue.averageVruntime();
      long lag = average - entity.vruntime;
      long rest = entity.deadline - entity.vruntime;
      entity.vruntime = average - lag * entity.weight() / weight;
      entity.deadline = entity.vruntime + rest * entity.weight() / weight;
    } else if (weight != entity.weight()) {
      // What it is owed is its weight times this; it stays while the weight changes.
      entity.lag = entity.lag * entity.weight() / weight;
    }
    queue.changeWeight(entity, weight);
  }
}
