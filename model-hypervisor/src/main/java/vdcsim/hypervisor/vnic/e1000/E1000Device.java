package vdcsim.hypervisor.vnic.e1000;

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
 * The registers of an 82540EM, and what QEMU does behind them (hw/net/e1000.c): a write of the
 * transmit tail sends in the thread of the virtual processor; frames to the guest come in by QEMU's
 * own thread, and pull the interrupt line.
 */
final class E1000Device implements ByThread.Modelled, Turn, EventHandler {
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
  private static final int SENT = 0;
  private static final int THROTTLED = 1;
  private static final int NOT_RAISED = 2;
  private static final long LINK_UP = 0x2;

  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x8086, 0x100E, 0x020000, 3))
          .bar(REGISTERS, Space.MEMORY_32, 128 * 1024);
  private final Simulation simulation;
  private final CardMeter meter;
  private final CardCosts costs;
  private final InterruptLine interrupt;
  private final PacketRing transmit;
  private final PacketRing receive;
  private Optional<HostEnd> at = Optional.empty();
  private Optional<Worker> qemu = Optional.empty();
  private ExecutionContext thread = ExecutionContext.FREE;
  private ExecutionContext own = ExecutionContext.FREE;
  private long causes;
  private long mask;
  private long pendingCauses;
  private long throttleNs;
  private boolean throttling;
  private boolean raised;
  private int inWork;
  private boolean held = true;

  E1000Device(
      Simulation simulation,
      CardMeter meter,
      CardCosts costs,
      InterruptTarget target,
      PacketRing transmit,
      PacketRing receive) {
    this.simulation = simulation;
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

  /** QEMU's own thread is this one. */
  void runsOn(ExecutionContext qemu) {
    own = qemu;
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
        thread.execute(costs.hostKick(), this, NOT_RAISED, 0, Simulation.NO_REFERENCE);
        send(thread);
      }
      case RDT -> {
        boolean starved = receive.waiting() == 0;
        receive.show();
        if (starved) {
          resume();
        }
      }
      default -> {
        // The other registers change nothing that is modelled.
      }
    }
  }

  // Out of the guest.

  /** All that was shown and is not in work yet; whoever waits for it, waits for all. */
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

  private void sent(ExecutionContext by) {
    inWork--;
    Train train = transmit.first();
    transmit.done();
    meter.handOver(train, at);
    train.clear();
    if (inWork == 0) {
      cause(TRANSMITTED, by);
    }
  }

  // Interrupts.

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
      by.execute(costs.raise(), this, NOT_RAISED, 1, Simulation.NO_REFERENCE);
    }
    raised = wants;
    interrupt.want(wants);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == SENT) {
      sent((ExecutionContext) reference);
    } else if (kind == THROTTLED) {
      throttling = false;
      if (pendingCauses != 0) {
        long bits = pendingCauses;
        pendingCauses = 0;
        cause(bits, own);
      }
    }
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
    cause(RECEIVED, own);
  }

  /** As the driver leaves it when the card is up (e1000_up). */
  void start(long moderationNs) {
    write(REGISTERS, ITR, 4, moderationNs / THROTTLE_UNIT_NS);
    mask = ALL;
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
    if (!held && at.isPresent()) {
      send(own);
      qemu.ifPresent(Worker::wake);
    }
  }
}
