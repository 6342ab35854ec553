package vdcsim.hardware.ethernet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one can ask of a port without sending a frame: who would hear it, and what would become of
 * one that arrives. Fluid flows find their way so, over the same state as frames.
 */
public final class Tracing {
  private final EthernetPort port;
  private final List<Runnable> listeners = new ArrayList<>();
  private Optional<Medium> medium = Optional.empty();
  private Optional<Relay> relay = Optional.empty();
  private Function<Frame, Optional<Upper.Onward>> below = frame -> Optional.empty();
  private boolean held;

  Tracing(EthernetPort port) {
    this.port = port;
  }

  /**
   * A port that hears another.
   *
   * @param delayNs propagation on the way
   */
  public record Hearing(EthernetPort port, long delayNs) {}

  void plug(Medium into) {
    medium = Optional.of(into);
  }

  /**
   * The ports that would hear a frame sent now; empty without carrier, where all is lost, and while
   * the port holds what it is given.
   */
  public List<Hearing> heard() {
    return port.hasCarrier() && !held ? medium.orElseThrow().heard(port) : List.of();
  }

  /**
   * Frames that it sends leave by another port from now on, of which software has made this one.
   */
  public void isMadeOf(Function<Frame, Upper.Onward> lower) {
    below = frame -> Optional.of(lower.apply(frame));
  }

  /** Where a frame would leave that it sends, if software has made it of another port. */
  public Optional<Upper.Onward> below(Frame frame) {
    return below.apply(frame);
  }

  /**
   * What shares the rate of this port's line: the port alone on a full-duplex link, a hub's or
   * bus's whole collision domain else.
   *
   * @throws java.util.NoSuchElementException if it is not plugged in
   */
  public String channel() {
    return medium.orElseThrow().channel(port);
  }

  /**
   * Fluid flows leave so much of the line's rate to frames that the port sends, from now on: more
   * than nothing, and no more than the line has.
   */
  public void leave(long bitsPerSecond) {
    medium.orElseThrow().leave(port, bitsPerSecond);
  }

  /** Whether frames wait in the port, since nobody takes them at the moment. */
  public boolean isHeld() {
    return held;
  }

  /** Called by who takes the frames. */
  void hold(boolean on) {
    if (held != on) {
      held = on;
      changed();
    }
  }

  /** Frames that arrive are sent on by {@code newRelay}, from now on. */
  public void relayedBy(Relay newRelay) {
    relay = Optional.of(newRelay);
  }

  /** Who sends frames on that arrive here; nothing where they end. */
  public Optional<Relay> relay() {
    return relay;
  }

  /** Runs {@code listener} whenever {@link #heard} may have become another, from now on. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Called by the port, and by its medium. */
  void changed() {
    listeners.forEach(Runnable::run);
  }
}
