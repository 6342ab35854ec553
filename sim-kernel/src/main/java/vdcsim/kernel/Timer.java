package vdcsim.kernel;

/**
 * A timer that a protocol starts, restarts and stops; at most one expiry is pending. It goes by the
 * clock of its machine: what expires while the machine is halted does so when it goes on, and later
 * by as much as the clock stood still.
 */
public final class Timer {
  private final Simulation simulation;
  private final Clock clock;
  private final Runnable onExpiry;
  private final EventHandler event;
  private boolean waiting;
  private long handle = Simulation.NO_EVENT;
  private long expiryNs;

  /** A timer, not running, that calls {@code onExpiry}; by then it no longer runs. */
  public Timer(Simulation simulation, Runnable onExpiry) {
    this(simulation.clock(), onExpiry);
  }

  /** The same by the clock of a machine. */
  public Timer(Clock clock, Runnable onExpiry) {
    this.simulation = clock.simulation();
    this.clock = clock;
    this.onExpiry = onExpiry;
    this.event = (kind, argument, reference) -> expired();
  }

  private void expired() {
    long left = expiryNs - clock.now();
    if (clock.isHalted()) {
      waiting = true;
      clock.whenGoing(this::goOn);
    } else if (left > 0) {
      handle = simulation.schedule(left, event, 0, 0, Simulation.NO_REFERENCE);
    } else {
      onExpiry.run();
    }
  }

  private void goOn() {
    if (waiting) {
      waiting = false;
      expired();
    }
  }

  /** Starts, or starts anew; the expiry comes {@code delayNs} from now. */
  public void start(long delayNs) {
    if (!simulation.reschedule(handle, delayNs)) {
      handle = simulation.schedule(delayNs, event, 0, 0, Simulation.NO_REFERENCE);
    }
    waiting = false;
    expiryNs = clock.now() + delayNs;
  }

  /** Stops; nothing happens if it does not run. */
  public void stop() {
    waiting = false;
    simulation.cancel(handle);
  }

  /** Whether an expiry is pending. */
  public boolean isRunning() {
    return waiting || simulation.isPending(handle);
  }

  /** Nanoseconds until the expiry; zero when it does not run. */
  public long remainingNs() {
    return isRunning() ? Math.max(0, expiryNs - clock.now()) : 0;
  }
}
