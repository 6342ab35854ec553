package vdcsim.hypervisor.vnic.vmxnet;

import java.util.Optional;
import vdcsim.hardware.pci.ConfigSpace;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.Identity;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Msix;
import vdcsim.hardware.pci.Space;
import vdcsim.hardware.pci.Width;
import vdcsim.hypervisor.vnic.card.CardCosts;
import vdcsim.hypervisor.vnic.card.GuestEnd;
import vdcsim.hypervisor.vnic.card.HostEnd;
import vdcsim.hypervisor.vnic.card.PacketRing;
import vdcsim.hypervisor.vnic.card.Train;
import vdcsim.hypervisor.vnic.card.Turn;
import vdcsim.hypervisor.vnic.card.Worker;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The few registers of the card, and the thread of the host's kernel behind the rings: doorbells
 * only wake it, and it looks at the ring of sent packets once more before it sleeps.
 */
final class VmxnetDevice implements Device, EventHandler {
  static final int REGISTERS = 0;

  /** The mask of the interrupt: zero takes it away (VMXNET3_REG_IMR). */
  static final int MASK = 0x000;

  /** Packets to send (VMXNET3_REG_TXPROD; of the second generation, the port of transmission). */
  static final int TRANSMIT = 0x600;

  /** Of the second generation: whose interrupt it was, and that it was taken. */
  static final int INTERRUPT = 0x004;

  private static final int TABLE = 2;
  private static final int CALLED = 0;
  private static final int THROTTLED = 1;

  private final ConfigSpace config;
  private final Msix msix;
  private final GuestEnd guest;
  private final CardCosts costs;
  private final VmxnetSpec spec;
  private final PacketRing transmit;
  private final PacketRing receive;
  private final Worker worker;
  private final Train sent = new Train();
  private Optional<HostEnd> at = Optional.empty();
  private boolean held = true;
  private boolean awake;
  private boolean masked;
  private boolean wanted;
  private boolean throttling;

  VmxnetDevice(
      GuestEnd guest,
      VmxnetSpec spec,
      CardCosts costs,
      InterruptTarget target,
      int vector,
      PacketRing transmit,
      PacketRing receive) {
    this.guest = guest;
    this.costs = costs;
    this.spec = spec;
    this.transmit = transmit;
    this.receive = receive;
    boolean second = spec.generation() == Generation.VMXNET2;
    this.config =
        new ConfigSpace(new Identity(0x15AD, second ? 0x0720 : 0x07B0, 0x020000, 1))
            .bar(REGISTERS, second ? Space.PORTS : Space.MEMORY_32, 4096)
            .bar(TABLE, Space.MEMORY_32, 4096);
    this.msix = new Msix(config, target, 1, TABLE, 0);
    this.worker =
        new Worker(
            guest,
            "vmkernel",
            costs.hostWake(),
            turn(this::beginReceive, this::endReceive),
            turn(this::beginTransmit, this::endTransmit));
    config.enable();
    msix.enable(LocalApic.FIRST_PROCESSOR, vector);
  }

  /** What begins and ends a piece. */
  private interface Begin {
    long begin();
  }

  private static Turn turn(Begin begin, Runnable end) {
    return new Turn() {
      @Override
      public long begin() {
        return begin.begin();
      }

      @Override
      public void end() {
        end.run();
      }
    };
  }

  @Override
  public ConfigSpace config() {
    return config;
  }

  /** Whether the thread of the host looks at the rings by itself. */
  boolean isBusy() {
    return awake;
  }

  @Override
  public long read(int bar, long offset, int width) {
    if (bar == TABLE) {
      return msix.read((int) offset);
    }
    if (offset == TRANSMIT) {
      // The second generation's doorbell is a read (vmxnet.c: inl of the port of transmission).
      wake();
    }
    return offset == INTERRUPT ? 1 : Width.ones(width);
  }

  @Override
  public void write(int bar, long offset, int width, long value) {
    if (bar == TABLE) {
      msix.write((int) offset, value);
    } else if (offset == TRANSMIT) {
      wake();
    } else if (offset == MASK || offset == INTERRUPT) {
      unmask();
    }
  }

  /** The driver wants interrupts again; one that came meanwhile is not lost. */
  private void unmask() {
    masked = false;
    if (wanted) {
      wanted = false;
      call();
    }
  }

  /** Something has happened for the guest: an interrupt, unless it polls, or had one just now. */
  private void call() {
    if (masked || throttling) {
      wanted = true;
      return;
    }
    masked = true;
    if (spec.moderationNs() > 0) {
      throttling = true;
      guest.simulation().schedule(spec.moderationNs(), this, THROTTLED, 0, Simulation.NO_REFERENCE);
    }
    worker.thread().execute(costs.raise(), this, CALLED, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == CALLED) {
      msix.raise(0);
      return;
    }
    throttling = false;
    if (wanted && !masked) {
      wanted = false;
      call();
    }
  }

  // The thread of the host.

  private boolean canWork() {
    return !held && at.isPresent();
  }

  private void wake() {
    if (canWork()) {
      awake = true;
      worker.wake();
    }
  }

  private long beginTransmit() {
    if (canWork() && transmit.waiting() == 0) {
      transmit.show();
    }
    if (!canWork() || transmit.waiting() == 0) {
      awake = canWork() && receives();
      return Turn.NOTHING;
    }
    Train train = transmit.first();
    return costs.hostSend() + at.get().out().cycles(1, train.bytes()) + costs.copy(train.bytes());
  }

  private void endTransmit() {
    Train train = transmit.first();
    sent.clear();
    for (int i = 0; i < train.size(); i++) {
      sent.add(train.frame(i));
    }
    train.clear();
    transmit.done();
    if (transmit.toClean() > spec.ring() / 2 || transmit.waiting() == 0) {
      call();
    }
    guest.meter().handOver(sent, at);
  }

  private boolean receives() {
    return at.get().tap().waiting() > 0 && receive.waiting() > 0;
  }

  private long beginReceive() {
    if (!canWork() || !receives()) {
      return Turn.NOTHING;
    }
    Train train = receive.first();
    train.load(at.get().tap(), spec.offload(), Integer.MAX_VALUE);
    return costs.hostReceive() + at.get().in().cycles(1, train.bytes()) + costs.copy(train.bytes());
  }

  private void endReceive() {
    receive.done();
    call();
  }

  /** Buffers have been given back; they lie in memory, and are seen without a doorbell. */
  void refilled() {
    boolean starved = receive.waiting() == 0;
    receive.show();
    if (starved) {
      wake();
    }
  }

  void attach(HostEnd to) {
    worker.move(to);
    at = Optional.of(to);
    to.tap().onReady(this::wake);
    wake();
  }

  void detach() {
    at.ifPresent(from -> from.tap().onReady(() -> {}));
    at = Optional.empty();
  }

  void hold(boolean on) {
    held = on;
    wake();
  }
}
