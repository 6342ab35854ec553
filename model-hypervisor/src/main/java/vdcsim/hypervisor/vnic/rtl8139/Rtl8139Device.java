package vdcsim.hypervisor.vnic.rtl8139;

import java.util.Optional;
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
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.PacketRing;
import vdcsim.hypervisor.vnic.card.Train;
import vdcsim.hypervisor.vnic.card.Turn;
import vdcsim.hypervisor.vnic.card.Worker;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The registers of an RTL8139C+, and what QEMU does behind them (hw/net/rtl8139.c): a write of the
 * poll register sends in the thread of the virtual processor; the status keeps its bits until ones
 * are written there.
 */
final class Rtl8139Device implements ByThread.Modelled, Turn, EventHandler {
  static final int REGISTERS = 1;
  static final int INTERRUPT_MASK = 0x3C;
  static final int INTERRUPT_STATUS = 0x3E;

  /** A write has the card look at its ring (8139C+ data sheet: TPPoll). */
  static final int TRANSMIT_POLL = 0xD9;

  static final int RECEIVED = 0x01;
  static final int TRANSMITTED = 0x04;
  static final int RECEIVE_BITS = 0x71;
  static final int ALL = 0x807F;

  private static final int SENT = 0;
  private static final int NORMAL_POLL = 0x40;

  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x10EC, 0x8139, 0x020000, 0x20))
          .bar(0, Space.PORTS, 256)
          .bar(REGISTERS, Space.MEMORY_32, 256);
  private final CardMeter meter;
  private final CardCosts costs;
  private final InterruptLine interrupt;
  private final PacketRing transmit;
  private final PacketRing receive;
  private Optional<HostEnd> at = Optional.empty();
  private Optional<Worker> qemu = Optional.empty();
  private ExecutionContext thread = ExecutionContext.FREE;
  private long status;
  private long mask = ALL;
  private boolean raised;
  private int inWork;
  private boolean held = true;

  Rtl8139Device(
      CardMeter meter,
      CardCosts costs,
      InterruptTarget target,
      PacketRing transmit,
      PacketRing receive) {
    this.meter = meter;
    this.costs = costs;
    this.interrupt = new InterruptLine(config, target);
    this.transmit = transmit;
    this.receive = receive;
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
          thread.execute(costs.hostKick(), this, SENT + 1, 0, Simulation.NO_REFERENCE);
          send(thread);
        }
      }
      default -> {
        // The other registers change nothing that is modelled.
      }
    }
  }

  private void send(ExecutionContext by) {
    while (!held && at.isPresent() && inWork < transmit.waiting()) {
      Train train = transmit.ahead(inWork);
      inWork++;
      // Each frame is a write of the tap: QEMU cuts segments by itself.
      HostEnd to = at.get();
      long cycles = costs.hostSend() * train.size() + to.out().cycles(train.size(), train.bytes());
      by.execute(cycles + costs.copy(train.bytes()), this, SENT, 0, by);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind != SENT) {
      return;
    }
    inWork--;
    Train train = transmit.first();
    transmit.done();
    meter.handOver(train, at);
    train.clear();
    if (inWork == 0) {
      cause(TRANSMITTED, (ExecutionContext) reference);
    }
  }

  private void cause(long bits, ExecutionContext by) {
    status |= bits;
    update(by);
  }

  private void update(ExecutionContext by) {
    boolean wants = (status & mask) != 0;
    if (wants && !raised) {
      by.execute(costs.raise(), this, SENT + 1, 0, Simulation.NO_REFERENCE);
    }
    raised = wants;
    interrupt.want(wants);
  }

  // Into the guest, by QEMU's thread.

  @Override
  public long begin() {
    if (held || at.isEmpty() || at.get().tap().waiting() == 0 || receive.waiting() == 0) {
      return NOTHING;
    }
    receive.first().add(at.get().tap().take());
    long bytes = receive.first().bytes();
    return costs.hostReceive() + at.get().in().cycles(1, bytes) + costs.copy(bytes);
  }

  @Override
  public void end() {
    receive.done();
    cause(RECEIVED, qemu.orElseThrow().thread());
  }

  /** Buffers that the driver has given back are seen at once: they are in memory. */
  void refilled() {
    boolean starved = receive.waiting() == 0;
    receive.show();
    if (starved) {
      resume();
    }
  }

  void attach(HostEnd to, Worker by) {
    at = Optional.of(to);
    qemu = Optional.of(by);
    to.tap().onReady(by::wake);
    resume();
  }

  void detach() {
    at.ifPresent(from -> from.tap().onReady(() -> {}));
    at = Optional.empty();
  }

  void hold(boolean on) {
    held = on;
    resume();
  }

  /** What stood still goes on in QEMU's thread. */
  private void resume() {
    if (!held && at.isPresent() && qemu.isPresent()) {
      send(qemu.get().thread());
      qemu.get().wake();
    }
  }
}
