package vdcsim.hypervisor.vnic.rtl8139;

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
 * A Realtek 8139C+ that QEMU models, and the driver of Linux for it, access by access (8139cp.c:
 * {@code cp_start_xmit}, {@code cp_interrupt}, {@code cp_rx_poll}): for a packet out a doorbell,
 * and mask, status and acknowledgement of its interrupt; for packets in, four reads and four writes
 * each time that they are polled for.
 */
public final class Rtl8139 implements CardModel, RegisterDriver.Steps, EventHandler {
  private static final int VECTOR = 0x3A;
  private static final int POLL_BIT = 0x40;
  private static final int HALF_WORD = 2;

  private static final int MASK_READ = 0;
  private static final int STATUS_READ = 1;
  private static final int RECEIVE_MASKED = 2;
  private static final int MASK_FLUSHED = 3;
  private static final int ACKNOWLEDGED = 4;
  private static final int UNMASKED = 5;
  private static final int DONE = 6;

  private final GuestEnd guest;
  private final Rtl8139Device device;
  private final RegisterDriver driver;
  private final Worker worker;
  private final Registers sender;
  private final Registers kernel;
  private final PacketRing transmit;
  private long status;
  private EventHandler driving = this;
  private int interruptKind;
  private int pollKind;

  /** A card, attached to nothing. */
  public Rtl8139(GuestEnd guest, Rtl8139Spec spec, CardCosts costs) {
    this.guest = guest;
    PacketRing transmit = new PacketRing(spec.ring());
    PacketRing receive = new PacketRing(spec.ring());
    LocalApic apic = new LocalApic(guest.kernel());
    this.device = new Rtl8139Device(guest.meter(), costs, apic, transmit, receive);
    Qemu qemu = new Qemu(guest, costs.hostWake(), device.rings());
    this.sender = qemu.ofSender(device);
    this.kernel = qemu.ofKernel(device);
    this.worker = qemu.worker();
    this.transmit = transmit;
    this.driver =
        new RegisterDriver(guest, costs, spec.offload(), apic, VECTOR, this, transmit, receive);
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

  /** Each buffer is put back as soon as its packet has been taken. */
  @Override
  public int refill() {
    return 1;
  }

  @Override
  public void announce(EventHandler whenDone, int kind) {
    transmit.show();
    sender.write(
        Rtl8139Device.REGISTERS,
        Rtl8139Device.TRANSMIT_POLL,
        1,
        POLL_BIT,
        whenDone,
        kind,
        0,
        Simulation.NO_REFERENCE);
  }

  private void write(int register, long value, int kind) {
    kernel.write(
        Rtl8139Device.REGISTERS,
        register,
        HALF_WORD,
        value,
        this,
        kind,
        0,
        Simulation.NO_REFERENCE);
  }

  private void read(int register, int kind) {
    kernel.read(Rtl8139Device.REGISTERS, register, HALF_WORD, this, kind, Simulation.NO_REFERENCE);
  }

  @Override
  public void interrupt(EventHandler whenDone, int kind) {
    driving = whenDone;
    interruptKind = kind;
    read(Rtl8139Device.INTERRUPT_MASK, MASK_READ);
  }

  @Override
  public void poll(EventHandler whenDone, int kind) {
    driving = whenDone;
    pollKind = kind;
    write(Rtl8139Device.INTERRUPT_STATUS, Rtl8139Device.RECEIVE_BITS, DONE);
  }

  @Override
  public void refilled(EventHandler whenDone, int kind) {
    device.rings().refilled();
    whenDone.handle(kind, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void completed(EventHandler whenDone, int kind) {
    driving = whenDone;
    pollKind = kind;
    write(Rtl8139Device.INTERRUPT_MASK, Rtl8139Device.ALL, UNMASKED);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case MASK_READ -> read(Rtl8139Device.INTERRUPT_STATUS, STATUS_READ);
      case STATUS_READ -> {
        status = argument;
        if (receives()) {
          long rest = Rtl8139Device.ALL & ~Rtl8139Device.RECEIVE_BITS;
          write(Rtl8139Device.INTERRUPT_MASK, rest, RECEIVE_MASKED);
        } else {
          acknowledge();
        }
      }
      case RECEIVE_MASKED -> read(Rtl8139Device.INTERRUPT_MASK, MASK_FLUSHED);
      case MASK_FLUSHED -> acknowledge();
      case ACKNOWLEDGED ->
          driving.handle(interruptKind, receives() ? 1 : 0, Simulation.NO_REFERENCE);
      case UNMASKED -> read(Rtl8139Device.INTERRUPT_MASK, DONE);
      default -> driving.handle(pollKind, 0, Simulation.NO_REFERENCE);
    }
  }

  private boolean receives() {
    return (status & Rtl8139Device.RECEIVE_BITS) != 0;
  }

  private void acknowledge() {
    long others = status & ~Rtl8139Device.RECEIVE_BITS;
    write(Rtl8139Device.INTERRUPT_STATUS, others, ACKNOWLEDGED);
  }

  /** What it has taken stays in its rings, and moves with them. */
  @Override
  public long lost() {
    return guest.meter().lost();
  }
}
