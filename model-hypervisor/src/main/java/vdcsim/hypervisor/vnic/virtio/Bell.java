package vdcsim.hypervisor.vnic.virtio;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.virtio.VirtioDevice;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** How either side of a queue tells the other: doorbells of the guest, calls of the host. */
final class Bell {
  private final EventHandler calling;
  private final Registers sender;
  private final Registers kernel;

  Bell(GuestEnd guest, VirtioDevice device) {
    this.calling = (kind, queue, reference) -> device.call((int) queue);
    this.sender = registers(guest.sender(), device);
    this.kernel = registers(guest.kernel(), device);
  }

  private static Registers registers(Interception thread, VirtioDevice device) {
    return thread
        .emulated(device, Handling.USER)
        .doorbell(VirtioDevice.PORTS, VirtioDevice.QUEUE_NOTIFY);
  }

  /** The thread that sends rings the doorbell of a queue. */
  void kickFromSender(int queue, EventHandler whenRung, int kind) {
    kick(sender, queue, whenRung, kind);
  }

  /** The kernel does. */
  void kickFromKernel(int queue, EventHandler whenRung, int kind) {
    kick(kernel, queue, whenRung, kind);
  }

  private static void kick(Registers by, int queue, EventHandler whenRung, int kind) {
    by.write(
        VirtioDevice.PORTS,
        VirtioDevice.QUEUE_NOTIFY,
        2,
        queue,
        whenRung,
        kind,
        0,
        Simulation.NO_REFERENCE);
  }

  /** The host raises the interrupt of a queue, which costs its thread so much. */
  void call(int queue, ExecutionContext thread, long cycles) {
    thread.execute(cycles, calling, 0, queue, Simulation.NO_REFERENCE);
  }
}
