package vdcsim.hypervisor.vnic.card;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.Access;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.PooledRegisters;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.GuestRegisters;
import vdcsim.hypervisor.io.Interception;
import vdcsim.kernel.EventHandler;

/** Registers of a modelled device behind a lock: an access waits until no other is under way. */
final class LockedRegisters extends PooledRegisters implements EventHandler {
  private static final int GRANTED = 0;
  private static final int DONE = 1;
  private static final int ARRIVED = 2;

  private final Registers registers;
  private final BigLock lock;
  private final ExecutionContext thread;
  private final long wayCycles;
  private final boolean interrupts;

  /**
   * Registers behind a lock.
   *
   * @param device that of {@code registers}
   * @param by whoever reaches them, on whose context the way to the process passes
   * @param interrupts whether it is the guest's interrupt handler that reaches them
   */
  LockedRegisters(
      Device device, GuestRegisters registers, BigLock lock, Interception by, boolean interrupts) {
    super(device);
    this.wayCycles = by.costs().wayToProcess();
    this.registers = registers.spentBefore(wayCycles);
    this.thread = by.vcpu();
    this.lock = lock;
    this.interrupts = interrupts;
  }

  @Override
  protected void start(Access access) {
    thread.execute(wayCycles, this, ARRIVED, 0, access);
  }

  private void lock(Access access) {
    if (interrupts) {
      lock.takeInInterrupt(this, GRANTED, access);
    } else {
      lock.take(this, GRANTED, access);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    Access access = (Access) reference;
    switch (kind) {
      case ARRIVED -> lock(access);
      case GRANTED -> access.passOn(registers, this, DONE);
      default -> {
        lock.release();
        access.finish(argument);
      }
    }
  }
}
