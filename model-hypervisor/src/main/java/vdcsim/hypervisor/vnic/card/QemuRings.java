package vdcsim.hypervisor.vnic.card;

import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;

/**
 * What QEMU does with the two rings of a card behind registers: packets that the driver has shown
 * go out in the thread that rings the doorbell, packets from the tap come in by QEMU's own thread.
 */
public final class QemuRings implements Turn, EventHandler {
  private final CardMeter meter;
  private final CardCosts costs;
  private final PacketRing transmit;
  private final PacketRing receive;
  private final Causes causes;
  private Optional<HostEnd> at = Optional.empty();
  private Optional<Worker> qemu = Optional.empty();
  private int inWork;
  private boolean held = true;

  /** Why a card interrupts its guest. */
  public interface Causes {
    /** All that was shown has gone out, the last of it by this thread. */
    void transmitted(ExecutionContext by);

    /** A packet has come in, by this thread. */
    void received(ExecutionContext by);
  }

  /** Rings that nobody serves yet. */
  public QemuRings(
      CardMeter meter, CardCosts costs, PacketRing transmit, PacketRing receive, Causes causes) {
    this.meter = meter;
    this.costs = costs;
    this.transmit = transmit;
    this.receive = receive;
    this.causes = causes;
  }

  /** QEMU's own thread. */
  public ExecutionContext thread() {
    return qemu.map(Worker::thread).orElse(ExecutionContext.FREE);
  }

  /** QEMU serves them between guest and this tap from now on. */
  public void attach(HostEnd to, Worker by) {
    at = Optional.of(to);
    qemu = Optional.of(by);
    to.tap().onReady(by::wake);
    resume();
  }

  /** The tap is gone. */
  public void detach() {
    at.ifPresent(from -> from.tap().onReady(() -> {}));
    at = Optional.empty();
  }

  /** The machine stands still, or does again what it did. */
  public void hold(boolean on) {
    held = on;
    resume();
  }

  /** What stood still goes on in QEMU's thread. */
  private void resume() {
    if (!held && at.isPresent()) {
      send(thread());
      qemu.ifPresent(Worker::wake);
    }
  }

  // Out of the guest.

  /** All that was shown and is not in work yet; whoever waits for it, waits for all. */
  public void send(ExecutionContext by) {
    while (!held && at.isPresent() && inWork < transmit.waiting()) {
      Train train = transmit.ahead(inWork);
      inWork++;
      // Each frame is a write of the tap: QEMU cuts segments by itself.
      HostEnd to = at.get();
      long cycles = costs.hostSend() * train.size() + to.out().cycles(train.size(), train.bytes());
      by.execute(cycles + costs.copy(train.bytes()), this, 0, 0, by);
    }
  }

  @Override
  public void handle(int kind, long argument, Object by) {
    inWork--;
    Train train = transmit.first();
    transmit.done();
    meter.handOver(train, at);
    train.clear();
    if (inWork == 0) {
      causes.transmitted((ExecutionContext) by);
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
    causes.received(thread());
  }

  /** The driver has given buffers back; packets that waited for one come in. */
  public void refilled() {
    boolean starved = receive.waiting() == 0;
    receive.show();
    if (starved) {
      resume();
    }
  }
}
