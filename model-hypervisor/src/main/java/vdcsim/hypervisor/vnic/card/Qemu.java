package vdcsim.hypervisor.vnic.card;

import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.Interception;

/**
 * The process of the host that models a card behind registers: its own thread, and the lock for
 * which that and the threads of the virtual processors wait.
 */
public final class Qemu {
  private final GuestEnd guest;
  private final BigLock lock;
  private final Worker worker;

  /** A process that models a card. */
  public Qemu(GuestEnd guest, long wakeCycles, Turn turn) {
    this.guest = guest;
    this.lock = new BigLock(guest.displaced());
    this.worker = new Worker(guest, "qemu", wakeCycles, turn).locks(lock);
  }

  /** Its own thread. */
  public Worker worker() {
    return worker;
  }

  /** The registers of the card as the guest's thread that sends reaches them. */
  public Registers ofSender(ByThread.Modelled device) {
    return registers(guest.sender(), device, false);
  }

  /** The registers of the card as the guest's kernel reaches them in interrupts and polls. */
  public Registers ofKernel(ByThread.Modelled device) {
    return registers(guest.kernel(), device, true);
  }

  private Registers registers(Interception by, ByThread.Modelled device, boolean interrupts) {
    ByThread seen = new ByThread(device, by.vcpu());
    return new LockedRegisters(seen, by.emulated(seen, Handling.USER), lock, by, interrupts);
  }
}
