package vdcsim.hardware.cpu.credit2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes two queues more alike: one goes, one comes, or two change places (balance_load). */
final class Balance {
  private final SharedQueue here;
  private final SharedQueue there;
  private long delta;
  private Optional<Unit> push = Optional.empty();
  private Optional<Unit> pull = Optional.empty();

  private Balance(SharedQueue here, SharedQueue there) {
    this.here = here;
    this.there = there;
    this.delta = distance(here, there);
  }

  private static long distance(SharedQueue one, SharedQueue other) {
    return Math.abs(one.load() - other.load());
  }

  static void balance(Credit2Scheduler scheduler, SharedQueue here) {
    long now = scheduler.now();
    here.updateLoad(now);
    SharedQueue farthest = here;
    for (SharedQueue other : scheduler.shared()) {
      other.updateLoad(now);
      if (distance(here, other) > distance(here, farthest)) {
        farthest = other;
      }
    }
    if (farthest == here || !isWorthIt(here, farthest)) {
      return;
    }
    Balance balance = new Balance(here, farthest);
    balance.consider(now);
    balance.push.ifPresent(unit -> scheduler.migrate(unit, balance.there));
    balance.pull.ifPresent(unit -> scheduler.migrate(unit, balance.here));
  }

  /** With processors to spare, only if they differ by one that always runs; else by an eighth. */
  private static boolean isWorthIt(SharedQueue one, SharedQueue other) {
    long load = Math.max(one.load(), other.load());
    long processors = Math.max(one.cpus().size(), other.cpus().size());
    long least = load < processors * Load.ONE ? Load.ONE : Load.ONE / 8;
    return distance(one, other) >= least;
  }

  private void consider(long now) {
    List<Optional<Unit>> pulls = movable(there, here, now);
    for (Optional<Unit> pushed : movable(here, there, now)) {
      for (Optional<Unit> pulled : pulls) {
        consider(pushed, pulled);
      }
    }
  }

  /** Those that may move, and none behind them. */
  private static List<Optional<Unit>> movable(SharedQueue from, SharedQueue to, long now) {
    List<Optional<Unit>> movable = new ArrayList<>();
    for (Unit unit : from.units()) {
      unit.updateLoad(now);
      if (unit.goesTo().isEmpty() && to.takes(unit)) {
        movable.add(Optional.of(unit));
      }
    }
    movable.add(Optional.empty());
    return movable;
  }

  private void consider(Optional<Unit> pushed, Optional<Unit> pulled) {
    long moved = pushed.map(Unit::load).orElse(0L) - pulled.map(Unit::load).orElse(0L);
    long left = Math.abs(here.load() - there.load() - 2 * moved);
    if (left < delta) {
      delta = left;
      push = pushed;
      pull = pulled;
    }
  }
}
