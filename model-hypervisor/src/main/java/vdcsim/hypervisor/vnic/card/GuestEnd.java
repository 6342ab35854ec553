package vdcsim.hypervisor.vnic.card;

import java.util.function.BooleanSupplier;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hypervisor.io.Interception;
import vdcsim.kernel.Simulation;

/**
 * The guest's side of a virtual card.
 *
 * @param name the card's, as {@code web.eth0}
 * @param end where the guest's frames come from, and go to
 * @param sender what stands between the device and the thread that sends
 * @param kernel what stands between the device and the virtual processor that takes interrupts
 * @param displaced whether the thread that sends has something to compute, and no processor
 */
public record GuestEnd(
    Simulation simulation,
    String name,
    DeviceEnd end,
    Interception sender,
    Interception kernel,
    BooleanSupplier displaced,
    CardMeter meter) {
  /** Where programs of the guest send. */
  public ExecutionContext sending() {
    return sender.vcpu();
  }

  /** Where the guest's kernel takes interrupts and polls. */
  public ExecutionContext polling() {
    return kernel.vcpu();
  }
}
