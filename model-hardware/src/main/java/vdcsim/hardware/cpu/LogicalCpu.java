package vdcsim.hardware.cpu;

import java.util.List;
import java.util.OptionalInt;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** One logical processor: it runs a task until that is done or the queue prefers another. */
final class LogicalCpu implements EventHandler {
  private static final int DONE = 0;
  private static final int DECIDE = 1;

  private final Simulation simulation;
  private final Processor processor;
  private final int index;
  private final OptionalInt itself;
  private final RunQueue queue;
  private final Task idle;
  private final long switchNs;
  private final Occupancy occupancy;
  private final Speed progress = new Speed();
  private Task running;

  /** What it gets of the clock; a virtual processor that has no real one gets none. */
  private long supply;

  /** How fast the running task computes. */
  private long speed;

  private int pauseCycles = Task.NO_PAUSE;
  private long leftToSwitchNs;
  private long balancedNs;
  private long idleSinceNs;
  private long chargedUntilNs;
  private long worksFromNs;
  private long doneEvent = Simulation.NO_EVENT;
  private long decideEvent = Simulation.NO_EVENT;
  private boolean telling;
  private boolean lookAgain;
  private long busyNs;
  private long switchingNs;
  private long switches;

  LogicalCpu(
      Processor processor,
      int index,
      RunQueue queue,
      long switchNs,
      long supply,
      Occupancy occupancy) {
    this.supply = supply;
    this.speed = supply;
    this.occupancy = occupancy;
    this.simulation = processor.simulation();
    this.processor = processor;
    this.index = index;
    this.itself = OptionalInt.of(index);
    this.queue = queue;
    this.switchNs = switchNs;
    this.idle = new Task(processor, processor.name() + ".idle" + index, List.of(index), Idle.IDLE);
    this.running = idle;
  }

  /** What no scheduler knows. */
  private enum Idle implements Schedulable {
    IDLE
  }

  RunQueue queue() {
    return queue;
  }

  Task running() {
    return running;
  }

  boolean isIdle() {
    return running == idle;
  }

  /** Whether it only handles an interrupt, and nobody waits. */
  boolean isFreeButForInterrupt() {
    return running.handlesInterrupts() && queue.ready() == 1;
  }

  /** Whether what runs here computes. */
  boolean isPowered() {
    return speed > 0;
  }

  /** How long the running task has run since it was last charged. */
  long runningNs() {
    return speed == 0 ? 0 : Math.max(0, simulation.now() - Math.max(chargedUntilNs, worksFromNs));
  }

  /** What the running task has done since it was last charged. */
  long doingNs() {
    return progress.would(runningNs(), speed);
  }

  /** Time in which tasks ran, up to now. */
  long busyNs() {
    return isIdle() ? busyNs : busyNs + runningNs();
  }

  /** Time spent in waking, and in switching between tasks, up to now. */
  long switchingNs() {
    if (isIdle() || speed == 0) {
      return switchingNs;
    }
    long until = Math.min(simulation.now(), worksFromNs);
    return switchingNs + Math.max(0, until - chargedUntilNs);
  }

  long switches() {
    return switches;
  }

  /** A task that waited can run here. */
  void wake(Task task) {
    charge();
    task.ready(index);
    queue.enqueue(task, /* woken= */ true);
    if (isIdle() || queue.preempts(task, running) || queue.wantsSwitch(running)) {
      look();
    } else {
      arm();
    }
  }

  /**
   * From an instant on, now or soon, it gets so much of the clock; with nothing it stands still,
   * what it runs included.
   */
  void power(long fromNs, long newSupply) {
    charge();
    if (supply > 0 && newSupply == 0) {
      leftToSwitchNs = Math.max(0, worksFromNs - simulation.now());
    } else if (supply == 0 && newSupply > 0) {
      chargedUntilNs = fromNs;
      worksFromNs = fromNs + leftToSwitchNs;
    }
    supply = newSupply;
    takeSpeed();
    arm();
  }

  /** From now on it has so much of its core. */
  void share(long newSupply) {
    if (newSupply != supply) {
      charge();
      supply = newSupply;
      takeSpeed();
      arm();
    }
  }

  /** How fast the running task computes has changed. */
  private void takeSpeed() {
    speed = supply;
    if (isIdle()) {
      return;
    }
    if (speed > 0) {
      speed = running.memorySpeed(index, speed);
    }
    if (speed > 0) {
      running.tellRuns(Math.max(simulation.now(), worksFromNs), speed);
    } else {
      running.tellStops();
    }
  }

  /** What the running task computes needs just so much more. */
  void cut(long ns) {
    charge();
    running.work().cut(ns);
    arm();
  }

  /** A task gives up what it computes. */
  void withdraw(Task task) {
    charge();
    task.work().drop();
    if (!task.work().isEmpty()) {
      arm();
      return;
    }
    task.waiting();
    queue.dequeue(task);
    look();
  }

  /** The running task lets others run first. */
  void giveWay(Task task) {
    if (task != running) {
      return;
    }
    charge();
    queue.giveWay(task);
    look();
  }

  /** Tells whether what runs here pauses, if that has changed. */
  void lookWhetherItPauses() {
    if (running.pauseCycles() != pauseCycles) {
      pauseCycles = running.pauseCycles();
      occupancy.pausing(index, pauseCycles);
    }
  }

  /** The queue has changed from outside. */
  void look() {
    if (telling) {
      lookAgain = true;
      return;
    }
    charge();
    choose();
    arm();
  }

  private void choose() {
    Task next = queue.pick(idle);
    if (next == idle) {
      next = processor.pullFor(index) ? queue.pick(idle) : idle;
    }
    if (next == running && (next == idle || next.state() == Task.State.RUNNING)) {
      return;
    }
    if (running.state() == Task.State.RUNNING) {
      running.ready(index);
    }
    Task last = running;
    if (last != idle) {
      last.tellStops();
    }
    running = next;
    worksFromNs = chargedUntilNs;
    leftToSwitchNs = 0;
    if (next != idle) {
      next.running();
      if (queue.isSwitch(next)) {
        switches++;
        leftToSwitchNs = switchNs;
      }
      if (last == idle) {
        leftToSwitchNs += processor.wakingNs(index, simulation.now() - idleSinceNs);
      }
      worksFromNs += leftToSwitchNs;
      takeSpeed();
    }
    if (last == idle) {
      occupancy.busy(index);
    } else if (next == idle) {
      idleSinceNs = simulation.now();
      occupancy.idle(index);
    }
    lookWhetherItPauses();
  }

  /** Books the time since the last call on the running task. */
  private void charge() {
    long now = simulation.now();
    if (!isIdle() && speed > 0 && now > chargedUntilNs) {
      long worked = runningNs();
      long elapsed = now - chargedUntilNs;
      if (worked > 0) {
        long done = progress.done(worked, speed);
        running.work().done(done);
        running.ran(worked, done);
      }
      busyNs += worked;
      switchingNs += elapsed - worked;
      queue.charge(running, elapsed);
    }
    chargedUntilNs = Math.max(chargedUntilNs, now);
  }

  private void arm() {
    if (telling) {
      return;
    }
    if (isIdle() || speed == 0) {
      simulation.cancel(doneEvent);
      simulation.cancel(decideEvent);
      return;
    }
    long now = simulation.now();
    armDone(now);
    long decision = queue.nextDecisionNs(running, now);
    if (decision == RunQueue.NEVER) {
      simulation.cancel(decideEvent);
    } else if (!simulation.reschedule(decideEvent, decision - now)) {
      decideEvent = simulation.schedule(decision - now, this, DECIDE, 0, Simulation.NO_REFERENCE);
    }
  }

  private void armDone(long now) {
    long left = running.work().firstNs();
    if (left == Work.ENDLESS) {
      simulation.cancel(doneEvent);
      return;
    }
    long done = Math.max(now, worksFromNs) + progress.needed(left, speed) - now;
    if (!simulation.reschedule(doneEvent, done)) {
      doneEvent = simulation.schedule(done, this, DONE, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    charge();
    if (kind == DONE) {
      done();
      return;
    }
    balance();
    if (queue.wantsSwitch(running)) {
      look();
    } else {
      arm();
    }
  }

  /** Now and then a processor on which many wait gives one of them to another. */
  private void balance() {
    long every = queue.balanceNs();
    if (every != RunQueue.NEVER && simulation.now() >= balancedNs + every && queue.ready() > 1) {
      balancedNs = simulation.now();
      processor.pushFrom(index);
    }
  }

  /** Whether it is just telling somebody that a task has computed something. */
  boolean isTelling(Task task) {
    return telling && running == task;
  }

  /** Whoever asked may ask for more; only a task that has nothing left to do waits. */
  private void done() {
    telling = true;
    lookAgain = false;
    processor.tells(itself);
    running.work().finish();
    processor.tells(OptionalInt.empty());
    telling = false;
    if (running.work().isEmpty()) {
      Task finished = running;
      finished.waiting();
      queue.dequeue(finished);
      lookAgain = true;
    }
    if (lookAgain || queue.wantsSwitch(running)) {
      look();
    } else {
      arm();
    }
  }
}
