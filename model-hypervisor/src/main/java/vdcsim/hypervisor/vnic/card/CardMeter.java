package vdcsim.hypervisor.vnic.card;

import java.util.Optional;
import vdcsim.hypervisor.io.Exits;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * What a model of a card does.
 *
 * <p>Metrics, below the card's name: {@code interrupts} that the guest took, {@code
 * exits-per-packet}, exits for each frame either way, {@code dropped-detached}, frames that were in
 * work for a tap when that was gone, {@code wake-ups} of the thread that serves the card, {@code
 * host-share}, the processors that it used in the mean; and those of its {@link Exits}.
 */
public final class CardMeter {
  private final String name;
  private final Metrics metrics;
  private final Exits exits;
  private final Counter packets;
  private final Counter interrupts;
  private final Counter detached;
  private final Counter wakeUps;

  /** Of a card of this name. */
  public CardMeter(String name, Metrics metrics) {
    this.name = name;
    this.metrics = metrics;
    this.exits = new Exits(name, metrics);
    this.packets = metrics.counter(name + ".packets", Unit.FRAMES);
    this.interrupts = metrics.counter(name + ".interrupts", Unit.COUNT);
    this.detached = metrics.counter(name + ".dropped-detached", Unit.FRAMES);
    this.wakeUps = metrics.counter(name + ".wake-ups", Unit.COUNT);
    metrics.figure(name + ".exits-per-packet", Unit.NONE, this::exitsPerPacket);
  }

  private double exitsPerPacket() {
    return packets.value() == 0 ? Double.NaN : (double) exits.counted() / packets.value();
  }

  /** Its exits. */
  public Exits exits() {
    return exits;
  }

  /** So many frames have passed between guest and host. */
  public void passed(int frames) {
    packets.add(frames);
  }

  /** Hands frames to the tap; those that are to go out when there is none are lost. */
  public void handOver(Train train, Optional<HostEnd> at) {
    if (at.isPresent()) {
      train.unload(at.get().tap());
    } else {
      detached.add(train.size());
      train.clear();
    }
  }

  /** Frames that were lost so far. */
  public long lost() {
    return detached.total();
  }

  /** The guest has taken an interrupt. */
  public void interrupted() {
    interrupts.increment();
  }

  /** A thread of the host has been woken. */
  void woken() {
    wakeUps.increment();
  }

  /** Shows what a thread of the host uses. */
  void watch(Worker worker) {
    metrics.rateOfTotal(name + ".host-share", Unit.RATIO, () -> worker.ranNs() / 1e9);
  }
}
