package vdcsim.hardware.cpu.fair;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The quota of a group (Linux, CFS bandwidth control): in each period it may run for so long, all
 * processors together. The time lies in a pool from which the processors take slices; where it is
 * used up, the group waits for the next period.
 */
final class Bandwidth implements EventHandler {
  private static final int PERIOD = 0;
  private static final int SLACK = 1;

  private final Simulation simulation;
  private final Quota quota;
  private final List<LocalRuntime> throttled = new ArrayList<>();
  private long poolNs;
  private boolean running;
  private boolean idle;
  private boolean slackDue;
  private long phaseNs;
  private long periods;
  private long throttledPeriods;
  private long throttledNs;

  Bandwidth(Simulation simulation, Quota quota) {
    this.simulation = simulation;
    this.quota = quota;
    this.phaseNs = quota.phaseNs();
    this.poolNs = quota.isLimited() ? quota.quotaNs() : 0;
  }

  boolean isLimited() {
    return quota.isLimited();
  }

  /** Takes up to {@code wantedNs} from the pool, and sees to it that it is filled again. */
  long take(long wantedNs) {
    start();
    long taken = Math.min(poolNs, wantedNs);
    poolNs -= taken;
    idle = false;
    return taken;
  }

  /** Takes back what a processor does not need. */
  void give(long ns) {
    poolNs += ns;
    if (poolNs > Tunables.BANDWIDTH_SLICE_NS && !throttled.isEmpty() && !slackDue) {
      slackDue = true;
      simulation.schedule(SLACK_NS, this, SLACK, 0, Simulation.NO_REFERENCE);
    }
  }

  /** How long what was given back waits before others get it (cfs_bandwidth_slack_period). */
  private static final long SLACK_NS = 5_000_000;

  void waits(LocalRuntime local) {
    throttled.add(local);
    start();
  }

  /** The periods keep their phase, also over a time in which nobody wanted anything. */
  private void start() {
    if (running) {
      return;
    }
    running = true;
    long now = simulation.now();
    if (phaseNs == Quota.AT_FIRST_USE) {
      phaseNs = now % quota.periodNs();
    }
    long sincePeriod = Math.floorMod(now - phaseNs, quota.periodNs());
    long next = quota.periodNs() - sincePeriod;
    simulation.schedule(next, this, PERIOD, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == SLACK) {
      slackDue = false;
      distribute();
    } else {
      period();
    }
  }

  private void period() {
    boolean wanted = !throttled.isEmpty();
    periods++;
    poolNs = Math.min(poolNs + quota.quotaNs(), quota.quotaNs() + quota.burstNs());
    if (idle && !wanted) {
      running = false;
      return;
    }
    if (wanted) {
      throttledPeriods++;
    }
    idle = true;
    simulation.schedule(quota.periodNs(), this, PERIOD, 0, Simulation.NO_REFERENCE);
    if (wanted) {
      idle = false;
      distribute();
    }
  }

  /** Pays the debts of those that wait, in the order in which they came, and lets them run. */
  private void distribute() {
    List<LocalRuntime> waiting = new ArrayList<>(throttled);
    for (LocalRuntime local : waiting) {
      if (poolNs <= 0) {
        return;
      }
      poolNs -= local.borrow(poolNs);
      if (local.remainingNs() > 0) {
        throttled.remove(local);
        throttledNs += local.release();
      }
    }
  }

  /** Periods, the last before it rests included. */
  long periods() {
    return periods;
  }

  /** Periods at whose end the group was waiting. */
  long throttledPeriods() {
    return throttledPeriods;
  }

  /** How long it has waited, summed over processors. */
  long throttledNs() {
    long now = simulation.now();
    return throttledNs + throttled.stream().mapToLong(l -> now - l.waitingSinceNs()).sum();
  }
}
