package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The thread that serves a virtual disk: it sleeps until somebody posts something, then takes what
 * is there, one thing after the other, and looks again (QEMU, main_loop_wait: a pass is a call of
 * ppoll, and those whose descriptors are ready). A pass costs something beside what is done in it;
 * what is posted during one waits for the next.
 */
final class Loop implements EventHandler {
  private static final int PASS = 0;
  private static final int TURN = 1;

  private final ExecutionContext thread;
  private final long passCycles;
  private final Deque<EventHandler> posted = new ArrayDeque<>();
  private boolean awake;
  private int inPass;
  private long passes;

  Loop(ExecutionContext thread, long passCycles) {
    this.thread = thread;
    this.passCycles = passCycles;
  }

  ExecutionContext thread() {
    return thread;
  }

  /** How often it looked, and found something. */
  long passes() {
    return passes;
  }

  /**
   * Something is to be done: {@code turn} is called on the thread, and calls {@link #next} when it
   * is through.
   */
  void post(EventHandler turn) {
    posted.addLast(turn);
    if (!awake) {
      awake = true;
      pass();
    }
  }

  private void pass() {
    passes++;
    thread.execute(passCycles, this, PASS, 0, Simulation.NO_REFERENCE);
  }

  /** A turn is over. */
  void next() {
    thread.execute(0, this, TURN, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == PASS) {
      inPass = posted.size();
    }
    if (inPass > 0) {
      inPass--;
      posted.removeFirst().handle(0, 0, Simulation.NO_REFERENCE);
    } else if (posted.isEmpty()) {
      awake = false;
    } else {
      pass();
    }
  }
}
