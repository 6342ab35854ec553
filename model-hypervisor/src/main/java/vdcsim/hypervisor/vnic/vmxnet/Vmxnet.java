package vdcsim.hypervisor.vnic.vmxnet;

import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.io.Handling;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.PacketRing;
import vdcsim.hypervisor.vnic.card.RegisterDriver;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * VMware's own cards, and their driver: rings in memory, and few registers, which the host's kernel
 * answers. The third rings a doorbell only when the host does not look by itself (vmxnet3_drv.c:
 * txThreshold), and writes one register for an interrupt. The second clusters doorbells, and asks a
 * port whose an interrupt is, and acknowledges it there.
 */
public final class Vmxnet implements CardModel, RegisterDriver.Steps, EventHandler {
  private static final int VECTOR = 0x61;
  private static final int WORD = 4;

  /** The most packets that the second generation lets lie before it rings. */
  private static final int CLUSTER = 8;

  private static final int ASKED = 0;
  private static final int RUNG = 1;

  private final GuestEnd guest;
  private final Generation generation;
  private final VmxnetDevice device;
  private final RegisterDriver driver;
  private final Registers sender;
  private final Registers kernel;
  private final PacketRing transmit;
  private EventHandler driving = this;
  private int interruptKind;
  private int announceKind;
  private int deferred;

  /** A card, attached to nothing. */
  public Vmxnet(GuestEnd guest, VmxnetSpec spec, CardCosts costs) {
    this.guest = guest;
    this.generation = spec.generation();
    this.transmit = new PacketRing(spec.ring());
    PacketRing receive = new PacketRing(spec.ring());
    LocalApic apic = new LocalApic(guest.kernel());
    this.device = new VmxnetDevice(guest, spec, costs, apic, VECTOR, transmit, receive);
    this.sender = registers(guest.sender());
    this.kernel = registers(guest.kernel());
    this.driver =
        new RegisterDriver(guest, costs, spec.offload(), apic, VECTOR, this, transmit, receive);
  }

  private Registers registers(Interception by) {
    return by.emulated(device, Handling.KERNEL);
  }

  @Override
  public void attach(HostEnd at) {
    device.attach(at);
  }

  @Override
  public void detach() {
    device.detach();
  }

  @Override
  public long lost() {
    return guest.meter().lost();
  }

  @Override
  public void hold(boolean on) {
    device.hold(on);
    driver.hold(on);
  }

  // The driver.

  @Override
  public int refill() {
    return 1;
  }

  @Override
  public void announce(EventHandler whenDone, int kind) {
    boolean busy = device.isBusy();
    deferred++;
    if (busy && (generation == Generation.VMXNET3 || deferred < CLUSTER)) {
      whenDone.handle(kind, 0, Simulation.NO_REFERENCE);
      return;
    }
    deferred = 0;
    transmit.show();
    driving = whenDone;
    announceKind = kind;
    if (generation == Generation.VMXNET3) {
      write(sender, VmxnetDevice.TRANSMIT, RUNG);
    } else {
      sender.read(
          VmxnetDevice.REGISTERS, VmxnetDevice.TRANSMIT, WORD, this, RUNG, Simulation.NO_REFERENCE);
    }
  }

  private void write(Registers by, int register, int kind) {
    by.write(VmxnetDevice.REGISTERS, register, WORD, 0, this, kind, 0, Simulation.NO_REFERENCE);
  }

  /** Messages need no question; they mask themselves (VMXNET3_IMM_AUTO). */
  @Override
  public void interrupt(EventHandler whenDone, int kind) {
    if (generation == Generation.VMXNET3) {
      whenDone.handle(kind, 1, Simulation.NO_REFERENCE);
      return;
    }
    driving = whenDone;
    interruptKind = kind;
    kernel.read(
        VmxnetDevice.REGISTERS, VmxnetDevice.INTERRUPT, WORD, this, ASKED, Simulation.NO_REFERENCE);
  }

  @Override
  public void poll(EventHandler whenDone, int kind) {
    whenDone.handle(kind, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void refilled(EventHandler whenDone, int kind) {
    device.refilled();
    whenDone.handle(kind, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void completed(EventHandler whenDone, int kind) {
    int register = generation == Generation.VMXNET3 ? VmxnetDevice.MASK : VmxnetDevice.INTERRUPT;
    kernel.write(
        VmxnetDevice.REGISTERS, register, WORD, 0, whenDone, kind, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == ASKED) {
      driving.handle(interruptKind, argument, Simulation.NO_REFERENCE);
    } else if (kind == RUNG) {
      driving.handle(announceKind, 0, Simulation.NO_REFERENCE);
    }
  }
}
