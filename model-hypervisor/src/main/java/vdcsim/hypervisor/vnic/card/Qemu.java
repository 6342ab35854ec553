package vdcsim.hypervisor.vnic.card;

import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.Interception;

/**
 * The process of the host that models a card behind registers: its own thread, and the lock for
 * which that and the threads of the virtual processors wait.
 */
public final class Qemu {
  private final BigLock lock = new BigLock();
  private final Worker worker;

  /** A process that models a card. */
  public Qemu(GuestEnd guest, long wakeCycles, Turn turn) {
    this.worker =
        new Worker(guest.simulation(), guest.name() + ".qemu", wakeCycles, turn).locks(lock);
  }

  /** Its own thread. */
  public Worker worker() {
    return worker;
  }

  /** The registers of the card as a thread of the guest reaches them. */
  public Registers registers(Interception by, ByThread.Modelled device) {
    return new LockedRegisters(
        by.emulated(new ByThread(device, by.vcpu()), Handling.USER), lock);
  }
}
