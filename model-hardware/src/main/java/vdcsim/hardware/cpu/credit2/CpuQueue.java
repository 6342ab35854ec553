package vdcsim.hardware.cpu.credit2;

import java.util.Optional;
import vdcsim.hardware.cpu.RunQueue;
import vdcsim.hardware.cpu.Task;

/** A processor's view of the queue that it shares. */
final class CpuQueue implements RunQueue {
  private final Credit2Scheduler scheduler;
  private final int cpu;
  private Optional<Unit> running = Optional.empty();
  private long sinceNs;
  private long untilNs;

  CpuQueue(Credit2Scheduler scheduler, int cpu) {
    this.scheduler = scheduler;
    this.cpu = cpu;
  }

  private static Unit unit(Task task) {
    return (Unit) task.schedulable();
  }

  private SharedQueue shared() {
    return scheduler.sharedOf(cpu);
  }

  Unit running() {
    return running.orElseThrow();
  }

  boolean isIdle() {
    return running.isEmpty();
  }

  /** Whether somebody runs, and has done so for long enough, or nearly. */
  boolean isPreemptable() {
    return running.isPresent()
        && (scheduler.rateLimitNs() <= Credit2.TOLERANCE_NS
            || scheduler.now() - sinceNs > scheduler.rateLimitNs() - Credit2.TOLERANCE_NS);
  }

  @Override
  public void enqueue(Task task, boolean woken) {
    if (!scheduler.isMoving()) {
      scheduler.runnable(unit(task), true);
      unit(task).queue().insert(unit(task));
    }
  }

  @Override
  public void dequeue(Task task) {
    Unit unit = unit(task);
    if (scheduler.isMoving()) {
      return;
    }
    if (unit.isRunnable()) {
      scheduler.runnable(unit, false);
    }
    unit.queue().remove(unit);
    unit.domain().forget(unit);
    if (running.isPresent() && running.get() == unit) {
      running = Optional.empty();
      unit.runsNoMore();
      unit.domain().giveBack(unit);
    }
  }

  @Override
  public void charge(Task task, long ns) {
    unit(task).burn(scheduler.now(), unit(task).queue().heaviest());
  }

  @Override
  public boolean wantsSwitch(Task task) {
    return running.isEmpty() || scheduler.now() >= untilNs;
  }

  @Override
  public boolean preempts(Task woken, Task task) {
    return unit(woken).tickledCpu() == cpu;
  }

  @Override
  public long nextDecisionNs(Task task, long nowNs) {
    return Math.max(nowNs, untilNs);
  }

  @Override
  public int ready() {
    return shared().waiting().size() + (running.isPresent() ? 1 : 0);
  }

  /** Who waits is in a queue of several processors already; between queues others see to it. */
  @Override
  public Optional<Task> movable(int to, Task task) {
    return Optional.empty();
  }

  @Override
  public void giveWay(Task task) {
    unit(task).givesWay();
  }

  /** csched2_schedule. */
  @Override
  public Task pick(Task idle) {
    scheduler.looks(cpu);
    running.ifPresent(this::settle);
    Optional<Unit> last = running;
    running = candidate();
    boolean switches = last.isPresent() && (running.isEmpty() || running.get() != last.get());
    if (switches) {
      last.get().runsNoMore();
    }
    running.ifPresent(unit -> takes(unit, last.isEmpty() || switches));
    if (switches) {
      putBack(last.get());
    }
    return running.map(Unit::task).orElse(idle);
  }

  /** Pays for the time since it was asked last, and goes elsewhere if it has to. */
  private void settle(Unit unit) {
    unit.burn(scheduler.now(), shared().heaviest());
    if (unit.goesTo().isPresent()) {
      running = Optional.empty();
      unit.runsNoMore();
      unit.domain().giveBack(unit);
      scheduler.moves(unit, unit.goesTo().get(), /* waits= */ true);
    } else if (unit.domain().isCapped() && !unit.domain().grab(unit)) {
      scheduler.runnable(unit, false);
    }
  }

  /** Who runs next (runq_candidate). */
  private Optional<Unit> candidate() {
    boolean yields = running.isPresent() && running.get().hasGivenWay();
    Optional<Unit> current = running.filter(unit -> !unit.isParked());
    if (current.isPresent() && !yields && scheduler.now() - sinceNs < scheduler.rateLimitNs()) {
      return current;
    }
    long credit = current.map(Unit::creditNs).orElse(Credit2.IDLE_NS);
    for (Unit unit : shared().waiting()) {
      boolean elsewhere =
          !unit.allowed().contains(cpu)
              || (unit.tickledCpu() != cpu && scheduler.isTickled(unit.tickledCpu()));
      boolean resists = unit.cpu() != cpu && credit + Credit2.RESISTANCE_NS > unit.creditNs();
      if (elsewhere || resists) {
        continue;
      }
      if (!yields && unit.creditNs() <= credit) {
        return current;
      }
      if (unit.domain().grab(unit)) {
        return Optional.of(unit);
      }
      shared().remove(unit);
      scheduler.runnable(unit, false);
      return current;
    }
    return current;
  }

  private void takes(Unit unit, boolean anew) {
    long now = scheduler.now();
    if (anew) {
      shared().remove(unit);
      scheduler.bring(unit, cpu);
      unit.runs(now);
      sinceNs = now;
    }
    if (Math.max(unit.creditNs(), shared().mostCreditNs()) <= 0) {
      scheduler.reset(unit);
    }
    if (unit.cpu() != cpu) {
      unit.credit(unit.creditNs() + Credit2.MOVED_NS);
      unit.cpu(cpu);
    }
    unit.tickledCpu(Unit.NOBODY);
    untilNs = now + turnNs(unit);
  }

  /** It waits again, perhaps for another processor (csched2_context_saved). */
  private void putBack(Unit unit) {
    if (unit.isParked()) {
      return;
    }
    unit.domain().giveBack(unit);
    shared().insert(unit);
    scheduler.tickle(unit);
  }

  /**
   * Until its credit is that of the next, or none; within its budget (csched2_runtime). As in Xen,
   * who was just preempted is not in the queue yet.
   */
  private long turnNs(Unit unit) {
    long more = unit.creditNs() - Math.max(0, shared().mostCreditNs());
    long turn = Math.max(0, more) * unit.weight() / shared().heaviest();
    if (unit.domain().isCapped()) {
      turn = Math.min(turn, unit.budgetNs());
    }
    long limited = sinceNs + scheduler.rateLimitNs() - scheduler.now();
    long least = Math.max(Credit2.LEAST_TURN_NS, limited);
    return turn < least ? least : Math.min(turn, Credit2.LONGEST_TURN_NS);
  }
}
