package vdcsim.network.ospf;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;

/**
 * When shortest paths are computed: soon after a first change, and less and less often while
 * changes go on (FRRouting, timers throttle spf).
 */
final class SpfSchedule {
  private final Simulation simulation;
  private final long firstNs;
  private final long stepNs;
  private final long mostNs;
  private final Timer timer;
  private final Runnable compute;
  private long lastNs = Long.MIN_VALUE;
  private long steps = 1;

  SpfSchedule(Simulation simulation, SpfDelaySpec spec, Runnable compute) {
    this.simulation = simulation;
    this.firstNs = spec.first().toNanos();
    this.stepNs = spec.step().toNanos();
    this.mostNs = spec.maximum().toNanos();
    this.compute = compute;
    this.timer = new Timer(simulation, this::run);
  }

  /** Something has changed. */
  void request() {
    if (timer.isRunning()) {
      return;
    }
    long holdNs = Math.min(mostNs, stepNs * steps);
    long elapsedNs = lastNs == Long.MIN_VALUE ? Long.MAX_VALUE : simulation.now() - lastNs;
    if (elapsedNs >= holdNs) {
      steps = 1;
      timer.start(firstNs);
      return;
    }
    if (holdNs < mostNs) {
      steps++;
    }
    timer.start(Math.max(firstNs, holdNs - elapsedNs));
  }

  private void run() {
    lastNs = simulation.now();
    compute.run();
  }
}
