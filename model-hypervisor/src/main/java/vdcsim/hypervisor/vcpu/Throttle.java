package vdcsim.hypervisor.vcpu;

import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * Slows a machine down by halting it for a part of each period (QEMU, softmmu/cpu-throttle.c): it
 * runs for a turn, and sleeps for as long as makes the share right.
 */
final class Throttle implements EventHandler {
  /** QEMU, CPU_THROTTLE_TIMESLICE_NS. */
  private static final long TURN_NS = 10_000_000;

  private final Simulation simulation;
  private final Runnable changed;
  private double share = 1;
  private boolean asleep;
  private long event = Simulation.NO_EVENT;

  Throttle(Simulation simulation, Runnable changed) {
    this.simulation = simulation;
    this.changed = changed;
  }

  boolean isAsleep() {
    return asleep;
  }

  /** The share of the time in which the machine may run from now on. */
  void share(double newShare) {
    if (newShare == share) {
      return;
    }
    share = newShare;
    simulation.cancel(event);
    asleep = share <= 0;
    if (share > 0 && share < 1) {
      sleep();
    }
  }

  private void sleep() {
    asleep = true;
    next(Math.round(TURN_NS * (1 - share) / share));
  }

  private void next(long delayNs) {
    event = simulation.schedule(delayNs, this, 0, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (asleep) {
      asleep = false;
      next(TURN_NS);
    } else {
      sleep();
    }
    changed.run();
  }
}
