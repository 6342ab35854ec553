package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a port is plugged into that has no cable: the device behind a virtual card, which takes
 * frames out of the port's queue when it can, and hands others in. A tap, the end of a bridge in
 * its own host, and the card of a virtual machine are such ports.
 */
public final class DeviceEnd implements Medium {
  private final EthernetPort port;
  private final LongSupplier bitsPerSecond;
  private final Optional<EthernetPort> lower;
  private Runnable whenReady = () -> {};
  private List<EthernetPort> peers = List.of();
  private boolean up;
  private boolean carrier;

  /**
   * Plugs a port in; it has no carrier yet.
   *
   * @param bitsPerSecond the rate that the card says it has
   */
  public DeviceEnd(EthernetPort port, long bitsPerSecond) {
    this(port, () -> bitsPerSecond, Optional.empty());
  }

  private DeviceEnd(EthernetPort port, LongSupplier bitsPerSecond, Optional<EthernetPort> lower) {
    this.port = port;
    this.bitsPerSecond = bitsPerSecond;
    this.lower = lower;
    port.plug(this);
  }

  /** Plugs a port in that software has made of another: rate and carrier are those of the other. */
  public static DeviceEnd over(EthernetPort lower, EthernetPort port) {
    lower.onCarrier(changed -> port.carrierChanged());
    return new DeviceEnd(port, () -> lower.bitsPerSecond().orElse(0L), Optional.of(lower));
  }

  /**
   * Runs {@code device} whenever a frame waits in the port's queue that was empty, from now on;
   * {@link #take} takes it.
   */
  public void onReady(Runnable device) {
    whenReady = device;
  }

  /** The port. */
  public EthernetPort port() {
    return port;
  }

  /** Gives the port carrier, or takes it; what waits in its queue is lost when it goes. */
  public void carrier(boolean on) {
    carrier = on;
    update();
  }

  private void update() {
    boolean now = carrier && port.isEnabled();
    if (now != up) {
      up = now;
      port.carrierChanged();
    }
  }

  /** Says which ports hear what this one sends, from now on, for those who trace a way. */
  public void reaches(List<EthernetPort> ports) {
    peers = List.copyOf(ports);
    port.tracing().changed();
  }

  /** How many frames wait to be taken. */
  public int waiting() {
    return port.queued();
  }

  /** The next frame that can be taken; the queue must not be empty. */
  public Frame first() {
    return port.first();
  }

  /** Takes the next frame out of the port's queue, which must not be empty; it counts as sent. */
  public Frame take() {
    Frame frame = port.next();
    port.sent(frame);
    return frame;
  }

  /** Hands a frame in. */
  public void deliver(Frame frame) {
    port.arrive(frame);
  }

  @Override
  public long bitsPerSecond() {
    return bitsPerSecond.getAsLong();
  }

  @Override
  public boolean isUp() {
    return lower.isPresent() ? port.isEnabled() && lower.get().hasCarrier() : up;
  }

  @Override
  public boolean isFullDuplex() {
    return true;
  }

  @Override
  public void ready(EthernetPort from) {
    whenReady.run();
  }

  @Override
  public void enabledChanged(EthernetPort changed) {
    if (lower.isPresent()) {
      port.carrierChanged();
    } else {
      update();
    }
  }

  @Override
  public List<Tracing.Hearing> heard(EthernetPort from) {
    List<Tracing.Hearing> heard = new ArrayList<>();
    peers.stream()
        .filter(EthernetPort::hasCarrier)
        .forEach(peer -> heard.add(new Tracing.Hearing(peer, 0)));
    return heard;
  }

  @Override
  public String channel(EthernetPort from) {
    return from.name();
  }

  @Override
  public long notSent() {
    return 0;
  }
}
