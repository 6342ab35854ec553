package vdcsim.hardware.machine;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.EventHandler;

/**
 * Where a machine sends: whoever has just received something, and answers it, goes on where it is,
 * and wakes no other processor for that.
 */
record Continued(Task receiving, Task sending) implements ExecutionContext {
  @Override
  public void execute(
      long cycles, EventHandler whenDone, int kind, long argument, Object reference) {
    Task where = receiving.isTelling() ? receiving : sending;
    where.execute(cycles, whenDone, kind, argument, reference);
  }
}
