package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The thread that serves a virtual disk: it sleeps until somebody posts something, then takes what
 * is there, one thing after the other, until nothing is left (QEMU, main_loop_wait). A pass costs
 * something beside what is done in it.
 */
final class Loop implements EventHandler {
  private static final int PASS = 0;
  private static final int TURN = 1;

  private final ExecutionContext thread;
  private final long passCycles;
  private final Deque<EventHandler> posted = new ArrayDeque<>();
  private boolean awake;
  private long passes;

  Loop(ExecutionContext thread, long passCycles) {
    this.thread = thread;
    this.passCycles = passCycles;
  }

  ExecutionContext thread() {
    return thread;
  }

  /** How often it woke. */
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
      passes++;
      thread.execute(passCycles, this, PASS, 0, Simulation.NO_REFERENCE);
    }
  }

  /** A turn is over. */
  void next() {
    thread.execute(0, this, TURN, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (posted.isEmpty()) {
      awake = false;
    } else {
      posted.removeFirst().handle(0, 0, Simulation.NO_REFERENCE);
    }
  }
}
