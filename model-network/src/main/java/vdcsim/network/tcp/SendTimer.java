package vdcsim.network.tcp;

import vdcsim.kernel.Clock;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The one timer of a send side, which serves several ends in turn, as in Linux. Moving its expiry
 * later costs nothing: the pending event finds out when it comes, so that an acknowledgement does
 * not touch the event queue.
 */
final class SendTimer implements EventHandler {
  /** What the timer runs for. */
  enum Purpose {
    NOTHING,
    RETRANSMIT,
    REORDER,
    LOSS_PROBE,
    PERSIST
  }

  private final Simulation simulation;
  private final Clock clock;
  private final Runnable onExpiry;
  private Purpose purpose = Purpose.NOTHING;
  private long expiryNs;
  private long event = Simulation.NO_EVENT;
  private long eventNs;

  SendTimer(Clock clock, Runnable onExpiry) {
    this.simulation = clock.simulation();
    this.clock = clock;
    this.onExpiry = onExpiry;
  }

  /** What it runs for. */
  Purpose purpose() {
    return purpose;
  }

  /** Starts, or starts anew, for one purpose alone. */
  void start(Purpose newPurpose, long delayNs) {
    purpose = newPurpose;
    expiryNs = clock.now() + delayNs;
    long atNs = simulation.now() + delayNs;
    if (!simulation.isPending(event)) {
      schedule(delayNs);
    } else if (eventNs > atNs) {
      simulation.reschedule(event, delayNs);
      eventNs = atNs;
    }
  }

  private void schedule(long delayNs) {
    event = simulation.schedule(delayNs, this, 0, 0, Simulation.NO_REFERENCE);
    eventNs = simulation.now() + delayNs;
  }

  void stop() {
    purpose = Purpose.NOTHING;
  }

  /** Stops, and leaves no event behind. */
  void end() {
    purpose = Purpose.NOTHING;
    simulation.cancel(event);
  }

  private void goOn() {
    if (purpose != Purpose.NOTHING && !simulation.isPending(event)) {
      handle(0, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (purpose == Purpose.NOTHING) {
      return;
    }
    long left = expiryNs - clock.now();
    if (clock.isHalted()) {
      clock.whenGoing(this::goOn);
    } else if (left > 0) {
      schedule(left);
    } else {
      onExpiry.run();
    }
  }
}
