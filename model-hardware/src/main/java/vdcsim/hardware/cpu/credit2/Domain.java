package vdcsim.hardware.cpu.credit2;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** A virtual machine as the scheduler sees it: a weight, and perhaps a budget in each 10 ms. */
public final class Domain implements EventHandler {
  private static final int PERCENT = 100;

  private final Credit2Scheduler scheduler;
  private final String name;
  private final int weight;
  private final long totalNs;
  private final List<Unit> parked = new ArrayList<>();
  private int units;
  private long budgetNs;
  private long periodsFromNs;
  private boolean filling;

  /**
   * A domain.
   *
   * @param weight against the others, 256 as most
   * @param cap the most that it gets, in percent of one processor; 0 for no limit
   */
  Domain(Credit2Scheduler scheduler, String name, int weight, int cap) {
    if (weight < 1 || weight > 65_535) {
      throw new IllegalArgumentException("a weight lies between 1 and 65535, was " + weight);
    }
    if (cap < 0) {
      throw new IllegalArgumentException("a cap cannot be negative, was " + cap);
    }
    this.scheduler = scheduler;
    this.name = name;
    this.weight = weight;
    this.totalNs = Credit2.CAP_PERIOD_NS * cap / PERCENT;
    this.budgetNs = totalNs;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  int weight() {
    return weight;
  }

  boolean isCapped() {
    return totalNs > 0;
  }

  void joins() {
    units++;
  }

  /**
   * A virtual processor that has used up what it had takes its part of the budget, what it has
   * overdrawn taken off; if nothing is left, it is parked. Returns whether it may run
   * (unit_grab_budget).
   */
  boolean grab(Unit unit) {
    if (!isCapped() || unit.budgetNs() > 0) {
      return true;
    }
    fill();
    budgetNs += unit.budgetNs();
    long part = Math.max(totalNs / units, Credit2.LEAST_TURN_NS);
    long taken = Math.max(0, Math.min(part, budgetNs));
    unit.budgetNs(taken);
    budgetNs -= taken;
    if (taken == 0) {
      unit.parked(true);
      parked.add(unit);
    }
    return taken > 0;
  }

  /** It runs no more, and gives back what it has not used (unit_return_budget). */
  void giveBack(Unit unit) {
    if (!isCapped()) {
      return;
    }
    budgetNs += unit.budgetNs();
    unit.budgetNs(0);
    if (budgetNs > 0) {
      unpark();
    }
  }

  private void unpark() {
    List<Unit> freed = List.copyOf(parked);
    parked.clear();
    for (Unit unit : freed) {
      unit.parked(false);
      scheduler.unparked(unit);
    }
  }

  /** It waits for nothing any more. */
  void forget(Unit unit) {
    parked.remove(unit);
    unit.parked(false);
  }

  /** Sees to it that the budget is filled up again. */
  private void fill() {
    if (!filling) {
      filling = true;
      long now = scheduler.now();
      long rest = Credit2.CAP_PERIOD_NS - (now - periodsFromNs) % Credit2.CAP_PERIOD_NS;
      scheduler.simulation().schedule(rest, this, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  /** The period is over (replenish_domain_budget). */
  @Override
  public void handle(int kind, long argument, Object reference) {
    periodsFromNs = scheduler.now();
    boolean unused = budgetNs == totalNs && parked.isEmpty();
    budgetNs = Math.min(totalNs, budgetNs + totalNs);
    filling = !unused;
    if (filling) {
      scheduler.simulation().schedule(Credit2.CAP_PERIOD_NS, this, 0, 0, Simulation.NO_REFERENCE);
    }
    if (budgetNs > 0) {
      unpark();
    }
  }
}
