package vdcsim.hardware.machine;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.EventHandler;

/**
 * Where a machine sends: whoever has just received something, and answers it, goes on where it is,
 * and wakes no other processor for that.
 */
final class Continued implements ExecutionContext {
  private final Task receiving;
  private final Task sending;
  private Task latest;

  Continued(Task receiving, Task sending) {
    this.receiving = receiving;
    this.sending = sending;
    this.latest = sending;
  }

  @Override
  public void execute(
      long cycles, EventHandler whenDone, int kind, long argument, Object reference) {
    latest = receiving.isTelling() ? receiving : sending;
    latest.execute(cycles, whenDone, kind, argument, reference);
  }

  /** Whether it has something to compute, and no processor. */
  boolean isDisplaced() {
    return latest.state() == Task.State.READY;
  }
}
