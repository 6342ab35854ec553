package vdcsim.hypervisor.spinlock;

import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Tenant;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** A thread that computes without the lock, waits for it, computes with it, and begins again. */
final class LockThread implements EventHandler, Tenant {
  private static final int ASKS = 0;
  private static final int HAS_SPUN = 1;
  private static final int RELEASES = 2;

  private final LockedWork work;
  private final Task task;
  private State state = State.OUTSIDE;
  private long sinceNs;
  private long ranBeforeNs;

  LockThread(LockedWork work, Task task) {
    this.work = work;
    this.task = task;
    task.watch(this);
    task.staysInKernel();
  }

  /** What a thread does. */
  private enum State {
    OUTSIDE,
    SPINNING,
    HALTED,
    /** It has the lock, and has not seen that yet. */
    GRANTED,
    INSIDE
  }

  /** How long it has computed since it asked for the lock that it does not have. */
  long spinningNs() {
    return state == State.SPINNING ? task.ranNs() - ranBeforeNs : 0;
  }

  boolean isComputing() {
    return state == State.SPINNING && task.isComputing();
  }

  void begin() {
    state = State.OUTSIDE;
    task.execute(work.outsideCycles(), this, ASKS, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case ASKS -> ask();
      case HAS_SPUN -> hasSpun();
      default -> {
        work.released(sinceNs);
        state = State.OUTSIDE;
        work.lock().release();
        begin();
      }
    }
  }

  private void ask() {
    sinceNs = work.now();
    ranBeforeNs = task.ranNs();
    if (work.lock().take(this)) {
      enter();
      return;
    }
    state = State.SPINNING;
    task.pauses(work.pauseCycles());
    if (work.halts()) {
      task.execute(work.spinCycles(), this, HAS_SPUN, 0, Simulation.NO_REFERENCE);
    } else {
      task.computeUntilCut(this, HAS_SPUN, 0, Simulation.NO_REFERENCE);
    }
  }

  /** It is its turn: it sees that when it computes, or is woken. */
  void granted() {
    task.pauses(Task.NO_PAUSE);
    if (state == State.HALTED) {
      state = State.GRANTED;
      work.woken();
      task.execute(work.wakeCycles(), this, HAS_SPUN, 0, Simulation.NO_REFERENCE);
    } else {
      state = State.GRANTED;
      work.granted(task.isComputing());
      task.cut(work.handOverCycles());
    }
  }

  private void hasSpun() {
    if (state == State.GRANTED) {
      enter();
    } else {
      state = State.HALTED;
      task.pauses(Task.NO_PAUSE);
      work.halted();
    }
  }

  private void enter() {
    work.entered(sinceNs, task.ranNs() - ranBeforeNs);
    state = State.INSIDE;
    sinceNs = work.now();
    task.execute(work.insideCycles(), this, RELEASES, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void runs(long fromNs, long speed) {
    if (state == State.SPINNING) {
      work.lock().sees(this);
    }
  }

  /** What stops a thread with the lock stops all that wait for it. */
  @Override
  public void stops() {
    if (state == State.INSIDE) {
      work.holderStopped();
    }
  }
}
