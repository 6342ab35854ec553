package vdcsim.hypervisor.io;

import java.util.function.LongUnaryOperator;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.AccessCosts;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.DirectRegisters;
import vdcsim.hardware.pci.InterruptSteps;
import vdcsim.hardware.pci.Registers;
import vdcsim.kernel.EventHandler;

/**
 * What stands between the devices of a guest and one of its virtual processors.
 *
 * <p>A driver in the guest runs on the virtual processor's execution context. Where an access leads
 * to an exit, the virtual processor is blocked until the model has answered: the model works on the
 * same context (KVM: QEMU's code runs in the thread of the virtual processor), or on another one
 * (Xen: QEMU runs in a domain of its own).
 */
public final class Interception implements InterruptSteps {
  private final ExecutionContext vcpu;
  private final LongUnaryOperator cycles;
  private final IoCosts costs;
  private final Exits exits;

  /**
   * Stands before a virtual processor.
   *
   * @param cycles the cycles of the real processor that pass in some nanoseconds
   */
  public Interception(ExecutionContext vcpu, LongUnaryOperator cycles, IoCosts costs, Exits exits) {
    this.vcpu = vcpu;
    this.cycles = cycles;
    this.costs = costs;
    this.exits = exits;
  }

  /** The virtual processor's execution context. */
  public ExecutionContext vcpu() {
    return vcpu;
  }

  /** What its exits cost. */
  public IoCosts costs() {
    return costs;
  }

  /** Its exits so far. */
  public Exits exits() {
    return exits;
  }

  /** The registers of a device that is the guest's own. */
  public Registers direct(Device device) {
    return new DirectRegisters(device, vcpu, AccessCosts.PCI_EXPRESS, cycles);
  }

  /** The registers of a model that works in the thread of the virtual processor. */
  public GuestRegisters emulated(Device device, Handling handling) {
    return new GuestRegisters(device, handling, this, vcpu);
  }

  /** The registers of a model that works on another execution context. */
  public GuestRegisters emulatedBy(ExecutionContext model, Device device, Handling handling) {
    return new GuestRegisters(device, handling, this, model);
  }

  /** Asks the hypervisor for something that takes {@code work} cycles there. */
  public void hypercall(
      long work, EventHandler whenDone, int kind, long argument, Object reference) {
    exits.count(ExitKind.HYPERCALL, 1, costs.hypercall() + work);
    vcpu.execute(costs.hypercall() + work, whenDone, kind, argument, reference);
  }

  @Override
  public void enter(EventHandler whenEntered, int kind, long argument, Object reference) {
    exit(ExitKind.INTERRUPT, costs.enterInterrupt(), whenEntered, kind, argument, reference);
  }

  @Override
  public void end(EventHandler whenEnded, int kind, long argument, Object reference) {
    exit(ExitKind.EOI, costs.endInterrupt(), whenEnded, kind, argument, reference);
  }

  private void exit(
      ExitKind why, long spent, EventHandler whenDone, int kind, long argument, Object reference) {
    exits.count(why, spent == 0 ? 0 : 1, spent);
    vcpu.execute(spent, whenDone, kind, argument, reference);
  }
}
