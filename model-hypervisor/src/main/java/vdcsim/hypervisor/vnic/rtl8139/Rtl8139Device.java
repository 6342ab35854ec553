package vdcsim.hypervisor.vnic.rtl8139;

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
 * The registers of an RTL8139C+, and what QEMU does behind them (hw/net/rtl8139.c): a write of the
 * poll register sends; the status keeps its bits until ones are written there.
 */
final class Rtl8139Device implements ByThread.Modelled, QemuRings.Causes, EventHandler {
  static final int REGISTERS = 1;
  static final int INTERRUPT_MASK = 0x3C;
  static final int INTERRUPT_STATUS = 0x3E;

  /** A write has the card look at its ring (8139C+ data sheet: TPPoll). */
  static final int TRANSMIT_POLL = 0xD9;

  static final int RECEIVED = 0x01;
  static final int TRANSMITTED = 0x04;
  static final int RECEIVE_BITS = 0x71;
  static final int ALL = 0x807F;

  private static final int SPENT = 1;
  private static final int NORMAL_POLL = 0x40;

  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x10EC, 0x8139, 0x020000, 0x20))
          .bar(0, Space.PORTS, 256)
          .bar(REGISTERS, Space.MEMORY_32, 256);
  private final CardCosts costs;
  private final InterruptLine interrupt;
  private final QemuRings rings;
  private ExecutionContext thread = ExecutionContext.FREE;
  private long status;
  private long mask = ALL;
  private boolean raised;

  Rtl8139Device(
      CardMeter meter,
      CardCosts costs,
      InterruptTarget target,
      PacketRing transmit,
      PacketRing receive) {
    this.costs = costs;
    this.interrupt = new InterruptLine(config, target);
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
    return switch ((int) offset) {
      case INTERRUPT_MASK -> mask;
      case INTERRUPT_STATUS -> status;
      default -> Width.ones(width);
    };
  }

  @Override
  public void write(int bar, long offset, int width, long value) {
    switch ((int) offset) {
      case INTERRUPT_MASK -> {
        mask = value;
        update(thread);
      }
      case INTERRUPT_STATUS -> {
        status &= ~value;
        update(thread);
      }
      case TRANSMIT_POLL -> {
        if ((value & NORMAL_POLL) != 0) {
          thread.execute(costs.hostKick(), this, SPENT, 0, Simulation.NO_REFERENCE);
          rings.send(thread);
        }
      }
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

  private void cause(long bits, ExecutionContext by) {
    status |= bits;
    update(by);
  }

  private void update(ExecutionContext by) {
    boolean wants = (status & mask) != 0;
    if (wants && !raised) {
      by.execute(costs.raise(), this, SPENT, 0, Simulation.NO_REFERENCE);
    }
    raised = wants;
    interrupt.want(wants);
  }

  /** Nothing follows on what the thread has paid. */
  @Override
  public void handle(int kind, long argument, Object reference) {}
}
