package vdcsim.hypervisor.vcpu;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Speed;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Tenant;
import vdcsim.hypervisor.pauseloop.PauseLoops;
import vdcsim.hypervisor.pauseloop.Sibling;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A virtual processor: in its machine a processor, on the host a task, which is ready as long as
 * the machine has something to run on it and is not halted.
 */
final class Vcpu implements ExecutionContext, Tenant, Sibling<Vcpu>, EventHandler {
  private final Processor guest;
  private final int index;
  private final Task interrupts;
  private final Deque<Asked> held = new ArrayDeque<>();
  private Optional<Task> thread = Optional.empty();
  private long clockRatio = Speed.FULL;
  private boolean free;
  private boolean busy;
  private boolean halted = true;
  private boolean asks;
  private Optional<PauseLoops> loops = Optional.empty();
  private boolean givesWayToSiblings;
  private int pauseCycles;
  private long exitEvent = Simulation.NO_EVENT;
  private boolean hasCore;
  private boolean preempted;
  private long speed;

  Vcpu(Processor guest, int index, Task interrupts) {
    this.guest = guest;
    this.index = index;
    this.interrupts = interrupts;
  }

  /** What a machine without a clock was asked for while it was halted. */
  private record Asked(
      long cycles, EventHandler whenDone, int kind, long argument, Object reference) {}

  /** What the machine's kernel computes here, before all of its tasks. */
  @Override
  public void execute(
      long cycles, EventHandler whenDone, int kind, long argument, Object reference) {
    if (!free) {
      interrupts.execute(cycles, whenDone, kind, argument, reference);
    } else if (halted) {
      held.addLast(new Asked(cycles, whenDone, kind, argument, reference));
    } else {
      ExecutionContext.FREE.execute(cycles, whenDone, kind, argument, reference);
    }
  }

  /** It runs as a task of a host from now on, whose clock is so much of the machine's own. */
  void runsOn(Task hostTask, long ratio) {
    leave();
    free = false;
    clockRatio = ratio;
    hostTask.watch(this);
    thread = Optional.of(hostTask);
    look();
  }

  /** It runs on a host whose processors are not modelled: whenever it wants. */
  void runsAnywhere(boolean withoutTime) {
    leave();
    free = withoutTime;
    look();
  }

  private void leave() {
    if (asks) {
      asks = false;
      thread.ifPresentOrElse(Task::withdraw, () -> guest.power(index, guest.now(), 0));
    }
    thread = Optional.empty();
  }

  /** Whether the machine has something to run on it. */
  void busy(boolean now) {
    busy = now;
    look();
  }

  /** The machine stands still, or does not any more. */
  void halted(boolean now) {
    halted = now;
    look();
    while (!halted && free && !held.isEmpty()) {
      Asked first = held.removeFirst();
      execute(first.cycles, first.whenDone, first.kind, first.argument, first.reference);
    }
  }

  private void look() {
    boolean wants = busy && !halted;
    if (wants == asks) {
      return;
    }
    asks = wants;
    if (thread.isEmpty()) {
      guest.power(index, guest.now(), wants ? Speed.FULL : 0);
    } else if (wants) {
      thread.get().computeUntilCut((k, a, r) -> {}, 0, 0, Simulation.NO_REFERENCE);
    } else {
      thread.get().withdraw();
    }
  }

  /** Loops of PAUSE instructions lead to exits. */
  void exitsFrom(PauseLoops ofMachine) {
    loops = Optional.of(ofMachine);
  }

  /** Whether upon such an exit the host lets a certain other run, and not just any. */
  void givesWayToSiblings(boolean now) {
    givesWayToSiblings = now;
  }

  @Override
  public void runs(long fromNs, long newSpeed) {
    speed = Speed.product(newSpeed, clockRatio);
    boolean had = hasCore;
    hasCore = true;
    if (!had && loops.isPresent()) {
      loops.get().getsCore(index);
    }
    guest.power(index, fromNs, speed);
    watch(fromNs);
  }

  @Override
  public void stops() {
    hasCore = false;
    preempted = asks;
    guest.simulation().cancel(exitEvent);
    guest.power(index, guest.now(), 0);
  }

  /** The guest waits in a loop, or does so no more. */
  void pausing(int cycles) {
    pauseCycles = cycles;
    watch(guest.now());
  }

  /** A loop that is noticed leads to an exit when it has lasted for its window from an instant. */
  private void watch(long fromNs) {
    if (loops.isEmpty()) {
      return;
    }
    if (!hasCore || !loops.get().notices(pauseCycles)) {
      guest.simulation().cancel(exitEvent);
      return;
    }
    long delay =
        Math.max(fromNs, guest.now()) - guest.now() + guest.nanoseconds(loops.get().window(index));
    if (!guest.simulation().reschedule(exitEvent, delay)) {
      exitEvent = guest.simulation().schedule(delay, this, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  /** A loop has lasted for its window: the guest stands still until the host has seen to that. */
  @Override
  public void handle(int kind, long argument, Object reference) {
    PauseLoops of = loops.orElseThrow();
    long backNs = guest.now() + guest.nanoseconds(of.exitCycles());
    guest.power(index, guest.now(), 0);
    guest.power(index, backNs, speed);
    of.exit(index);
    if (givesWayToSiblings) {
      of.giveWay(index);
    } else {
      thread.orElseThrow().giveWay();
    }
    if (hasCore) {
      of.keepsCore(index);
      watch(backNs);
    }
  }

  @Override
  public boolean isReady() {
    return thread.isPresent() && thread.get().state() == Task.State.READY;
  }

  @Override
  public boolean wasPreempted() {
    return preempted;
  }

  @Override
  public boolean isInKernel() {
    return guest.isInKernel(index);
  }

  @Override
  public Task.Yield yieldTo(Vcpu other) {
    return thread.orElseThrow().yieldTo(other.thread.orElseThrow());
  }
}
