package vdcsim.hypervisor.vdisk;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.Registers;
import vdcsim.kernel.EventHandler;

/** A thread in a guest, with the registers of the disk as it reaches them. */
final class GuestThread implements ExecutionContext {
  private final ExecutionContext task;
  private final Registers registers;

  GuestThread(ExecutionContext task, Registers registers) {
    this.task = task;
    this.registers = registers;
  }

  Registers registers() {
    return registers;
  }

  @Override
  public void execute(
      long cycles, EventHandler whenDone, int kind, long argument, Object reference) {
    task.execute(cycles, whenDone, kind, argument, reference);
  }
}
