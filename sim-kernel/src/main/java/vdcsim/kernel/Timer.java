package vdcsim.kernel;

/** A timer that a protocol starts, restarts and stops; at most one expiry is pending. */
public final class Timer {
  private final Simulation simulation;
  private final Runnable onExpiry;
  private final EventHandler handler = this::expire;
  private long handle;
  private long expiryNs;
  private boolean running;

  /** A timer, not running, that calls {@code onExpiry}. */
  public Timer(Simulation simulation, Runnable onExpiry) {
    this.simulation = simulation;
    this.onExpiry = onExpiry;
  }

  /** Starts, or starts anew; the expiry comes {@code delayNs} from now. */
  public void start(long delayNs) {
    expiryNs = simulation.now() + delayNs;
    if (!running || !simulation.reschedule(handle, delayNs)) {
      handle = simulation.schedule(delayNs, handler, 0, 0, Simulation.NO_REFERENCE);
      running = true;
    }
  }

  /** Stops; nothing happens if it does not run. */
  public void stop() {
    if (running) {
      simulation.cancel(handle);
      running = false;
    }
  }

  /** Whether an expiry is pending. */
  public boolean isRunning() {
    return running;
  }

  /** Nanoseconds until the expiry; zero when it does not run. */
  public long remainingNs() {
    return running ? expiryNs - simulation.now() : 0;
  }

  private void expire(int kind, long argument, Object reference) {
    running = false;
    onExpiry.run();
  }
}
