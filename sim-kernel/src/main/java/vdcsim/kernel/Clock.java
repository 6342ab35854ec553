package vdcsim.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The clock of a machine. It shows the time of the run, less the spans in which it stood still; and
 * nothing that waits for it happens while the machine is halted.
 */
public final class Clock {
  private final Simulation simulation;
  private final List<Runnable> waiting = new ArrayList<>(0);
  private boolean halted;
  private boolean standsStill;
  private long sinceNs;
  private long stoodNs;

  /** A clock that shows the time of the run. */
  public Clock(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Nanoseconds since the beginning of the run, as the machine sees them. */
  public long now() {
    return (halted && standsStill ? sinceNs : simulation.now()) - stoodNs;
  }

  /** Whether its machine is halted. */
  public boolean isHalted() {
    return halted;
  }

  /**
   * The machine is halted.
   *
   * @param still whether the clock stands still meanwhile, or runs on
   */
  public void halt(boolean still) {
    if (!halted) {
      halted = true;
      standsStill = still;
      sinceNs = simulation.now();
    }
  }

  /** The machine goes on, and with it all that waits. */
  public void go() {
    if (halted) {
      stoodNs += standsStill ? simulation.now() - sinceNs : 0;
      halted = false;
      List<Runnable> now = List.copyOf(waiting);
      waiting.clear();
      now.forEach(Runnable::run);
    }
  }

  /** Runs {@code what} as soon as the machine goes on, which is halted now. */
  public void whenGoing(Runnable what) {
    waiting.add(what);
  }

  /** The run that it belongs to. */
  public Simulation simulation() {
    return simulation;
  }
}
