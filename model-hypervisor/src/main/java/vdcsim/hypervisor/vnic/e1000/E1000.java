package vdcsim.hypervisor.vnic.e1000;

import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.CardModel;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.PacketRing;
import vdcsim.hypervisor.vnic.card.Qemu;
import vdcsim.hypervisor.vnic.card.RegisterDriver;
import vdcsim.hypervisor.vnic.card.Worker;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * An Intel 82540EM that QEMU models, and the driver of Linux for it, access by access
 * (e1000_main.c: {@code e1000_intr}, {@code e1000_clean}, {@code e1000_tx_queue}).
 */
public final class E1000 implements CardModel, RegisterDriver.Steps, EventHandler {
  private static final int VECTOR = 0x3B;

  /** Linux, E1000_RX_BUFFER_WRITE. */
  private static final int REFILL = 16;

  private static final int CAUSE_READ = 0;
  private static final int MASKED = 1;
  private static final int MASK_FLUSHED = 2;
  private static final int UNMASKED = 3;
  private static final int CAUSES_WANTED = 4;
  private static final int WORD = 4;

  private final GuestEnd guest;
  private final E1000Device device;
  private final RegisterDriver driver;
  private final Worker worker;
  private final Registers sender;
  private final Registers kernel;
  private final PacketRing transmit;
  private final boolean batching;
  private boolean announced;
  private EventHandler driving = this;
  private int interruptKind;
  private int pollKind;

  /** A card, attached to nothing. */
  public E1000(GuestEnd guest, E1000Spec spec, CardCosts costs) {
    this.guest = guest;
    this.batching = spec.batching();
    this.transmit = new PacketRing(spec.ring());
    PacketRing receive = new PacketRing(spec.ring());
    LocalApic apic = new LocalApic(guest.kernel());
    this.device =
        new E1000Device(guest.simulation(), guest.meter(), costs, apic, transmit, receive);
    Qemu qemu = new Qemu(guest, costs.hostWake(), device.rings());
    this.sender = qemu.ofSender(device);
    this.kernel = qemu.ofKernel(device);
    this.worker = qemu.worker();
    this.driver =
        new RegisterDriver(guest, costs, spec.offload(), apic, VECTOR, this, transmit, receive);
    device.start(spec.moderationNs());
  }

  @Override
  public void attach(HostEnd at) {
    worker.move(at);
    device.rings().attach(at, worker);
  }

  @Override
  public void detach() {
    device.rings().detach();
  }

  @Override
  public void hold(boolean on) {
    device.rings().hold(on);
    driver.hold(on);
  }

  // The driver.

  @Override
  public int refill() {
    return REFILL;
  }

  /** A doorbell for each packet; with batching none while an interrupt is to come anyway. */
  @Override
  public void announce(EventHandler whenDone, int kind) {
    if (batching && announced) {
      whenDone.handle(kind, 0, Simulation.NO_REFERENCE);
      return;
    }
    announced = true;
    tail(sender, E1000Device.TDT, whenDone, kind);
  }

  private void tail(Registers by, int register, EventHandler whenDone, int kind) {
    write(by, register, 0, whenDone, kind);
  }

  private static void write(
      Registers by, int register, long value, EventHandler whenDone, int kind) {
    by.write(
        E1000Device.REGISTERS, register, WORD, value, whenDone, kind, 0, Simulation.NO_REFERENCE);
  }

  private void read(int register, int kind) {
    kernel.read(E1000Device.REGISTERS, register, WORD, this, kind, Simulation.NO_REFERENCE);
  }

  @Override
  public void interrupt(EventHandler whenDone, int kind) {
    driving = whenDone;
    interruptKind = kind;
    read(E1000Device.ICR, CAUSE_READ);
  }

  @Override
  public void poll(EventHandler whenDone, int kind) {
    if (batching && transmit.hasHidden()) {
      tail(kernel, E1000Device.TDT, whenDone, kind);
      return;
    }
    announced = false;
    whenDone.handle(kind, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void refilled(EventHandler whenDone, int kind) {
    tail(kernel, E1000Device.RDT, whenDone, kind);
  }

  @Override
  public void completed(EventHandler whenDone, int kind) {
    driving = whenDone;
    pollKind = kind;
    write(kernel, E1000Device.IMS, E1000Device.ALL, this, UNMASKED);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case CAUSE_READ -> {
        if (argument == 0) {
          driving.handle(interruptKind, 0, Simulation.NO_REFERENCE);
        } else {
          write(kernel, E1000Device.IMC, E1000Device.ALL, this, MASKED);
        }
      }
      case MASKED -> read(E1000Device.STATUS, MASK_FLUSHED);
      case UNMASKED -> read(E1000Device.STATUS, CAUSES_WANTED);
      case MASK_FLUSHED -> driving.handle(interruptKind, 1, Simulation.NO_REFERENCE);
      default -> driving.handle(pollKind, 0, Simulation.NO_REFERENCE);
    }
  }

  /** What it has taken stays in its rings, and moves with them. */
  @Override
  public long lost() {
    return guest.meter().lost();
  }
}
