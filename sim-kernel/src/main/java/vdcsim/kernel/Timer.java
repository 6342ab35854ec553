package vdcsim.kernel;

/** A timer that a protocol starts, restarts and stops; at most one expiry is pending. */
public final class Timer {
  private final Simulation simulation;
  private final EventHandler onExpiry;
  private long handle = Simulation.NO_EVENT;
  private long expiryNs;

  /** A timer, not running, that calls {@code onExpiry}; by then it no longer runs. */
  public Timer(Simulation simulation, Runnable onExpiry) {
    this.simulation = simulation;
    this.onExpiry = (kind, argument, reference) -> onExpiry.run();
  }

  /** Starts, or starts anew; the expiry comes {@code delayNs} from now. */
  public void start(long delayNs) {
    if (!simulation.reschedule(handle, delayNs)) {
      handle = simulation.schedule(delayNs, onExpiry, 0, 0, Simulation.NO_REFERENCE);
    }
    expiryNs = simulation.now() + delayNs;
  }

  /** Stops; nothing happens if it does not run. */
  public void stop() {
    simulation.cancel(handle);
  }

  /** Whether an expiry is pending. */
  public boolean isRunning() {
    return simulation.isPending(handle);
  }

  /** Nanoseconds until the expiry; zero when it does not run. */
  public long remainingNs() {
    return isRunning() ? expiryNs - simulation.now() : 0;
  }
}
