package vdcsim.hypervisor.vnic.e1000;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.ConfigSpace;
import vdcsim.hardware.pci.Identity;
import vdcsim.hardware.pci.InterruptLine;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hardware.pci.Space;
import vdcsim.hardware.pci.Width;
import vdcsim.hypervisor.vnic.card.ByThread;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.CardMeter;
import vdcsim.hypervisor.vnic.card.PacketRing;
import vdcsim.hypervisor.vnic.card.QemuRings;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The registers of an 82540EM, and what QEMU does behind them (hw/net/e1000.c): a write of the
 * transmit tail sends; what was sent and what came in pull the interrupt line.
 */
final class E1000Device implements ByThread.Modelled, QemuRings.Causes, EventHandler {
  static final int REGISTERS = 0;
  static final int STATUS = 0x0008;

  /** Interrupt causes: read clears. */
  static final int ICR = 0x00C0;

  /** Interrupt throttling, in units of 256 ns. */
  static final int ITR = 0x00C4;

  /** Sets bits of the interrupt mask. */
  static final int IMS = 0x00D0;

  /** Clears them. */
  static final int IMC = 0x00D8;

  static final int RDT = 0x2818;
  static final int TDT = 0x3818;

  static final int TRANSMITTED = 1;
  static final int RECEIVED = 0x80;
  static final int ALL = 0xFF;

  private static final long THROTTLE_UNIT_NS = 256;
  private static final int THROTTLED = 1;
  private static final int SPENT = 2;
  private static final long LINK_UP = 0x2;

  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x8086, 0x100E, 0x020000, 3))
          .bar(REGISTERS, Space.MEMORY_32, 128 * 1024);
  private final Simulation simulation;
  private final CardCosts costs;
  private final InterruptLine interrupt;
  private final PacketRing transmit;
  private final QemuRings rings;
  private ExecutionContext thread = ExecutionContext.FREE;
  private long causes;
  private long mask;
  private long pendingCauses;
  private long throttleNs;
  private boolean throttling;
  private boolean raised;

  E1000Device(
      Simulation simulation,
      CardMeter meter,
      CardCosts costs,
      InterruptTarget target,
      PacketRing transmit,
      PacketRing receive) {
    this.simulation = simulation;
    this.costs = costs;
    this.interrupt = new InterruptLine(config, target);
    this.transmit = transmit;
    this.rings = new QemuRings(meter, costs, transmit, receive, this);
    config.enable();
  }

  @Override
  public ConfigSpace config() {
    return config;
  }

  @Override
  public void accessedBy(ExecutionContext by) {
    thread = by;
  }

  /** What QEMU does with its rings. */
  QemuRings rings() {
    return rings;
  }

  @Override
  public long read(int bar, long offset, int width) {
    if (offset == ICR) {
      long was = causes;
      causes = 0;
      update(thread);
      return was;
    }
    return offset == STATUS ? LINK_UP : offset == IMS ? mask : Width.ones(width);
  }

  @Override
  public void write(int bar, long offset, int width, long value) {
    switch ((int) offset) {
      case IMS -> {
        mask |= value;
        update(thread);
      }
      case IMC -> {
        mask &= ~value;
        update(thread);
      }
      case ITR -> throttleNs = value * THROTTLE_UNIT_NS;
      case TDT -> {
        transmit.show();
        thread.execute(costs.hostKick(), this, SPENT, 0, Simulation.NO_REFERENCE);
        rings.send(thread);
      }
      case RDT -> rings.refilled();
      default -> {
        // The other registers change nothing that is modelled.
      }
    }
  }

  @Override
  public void transmitted(ExecutionContext by) {
    cause(TRANSMITTED, by);
  }

  @Override
  public void received(ExecutionContext by) {
    cause(RECEIVED, by);
  }

  /** With throttling the first goes at once, and what comes before its time is over waits. */
  private void cause(long bits, ExecutionContext by) {
    if (throttling) {
      pendingCauses |= bits;
      return;
    }
    causes |= bits;
    if (throttleNs > 0) {
      throttling = true;
      simulation.schedule(throttleNs, this, THROTTLED, 0, Simulation.NO_REFERENCE);
    }
    update(by);
  }

  private void update(ExecutionContext by) {
    boolean wants = (causes & mask) != 0;
    if (wants && !raised) {
      by.execute(costs.raise(), this, SPENT, 1, Simulation.NO_REFERENCE);
    }
    raised = wants;
    interrupt.want(wants);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == THROTTLED) {
      throttling = false;
      if (pendingCauses != 0) {
        long bits = pendingCauses;
        pendingCauses = 0;
        cause(bits, rings.thread());
      }
    }
  }

  /** As the driver leaves it when the card is up (e1000_up). */
  void start(long moderationNs) {
    write(REGISTERS, ITR, 4, moderationNs / THROTTLE_UNIT_NS);
    mask = ALL;
  }
}
