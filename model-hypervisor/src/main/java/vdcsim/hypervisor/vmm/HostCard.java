package vdcsim.hypervisor.vmm;

import vdcsim.kernel.Simulation;

/** The host's own card: it interrupts for what it has sent and what has come, perhaps together. */
final class HostCard {
  private final Simulation simulation;
  private final long moderationNs;
  private final Runnable onInterrupt;
  private boolean armed;
  private boolean interrupts;
  private int arrived;

  HostCard(Simulation simulation, long moderationNs, Runnable onInterrupt) {
    this.simulation = simulation;
    this.moderationNs = moderationNs;
    this.onInterrupt = onInterrupt;
  }

  /** A packet has been sent. */
  void sent() {
    if (!armed && !interrupts) {
      armed = true;
      simulation.schedule(moderationNs, this::interrupt);
    }
  }

  /** A packet has come. */
  void arrived() {
    arrived++;
    sent();
  }

  private void interrupt() {
    armed = false;
    interrupts = true;
    onInterrupt.run();
  }

  /** Whether an interrupt waits for the processor. */
  boolean interrupts() {
    return interrupts;
  }

  /** The interrupt is served: how many packets have come since the last. */
  int take() {
    interrupts = false;
    int came = arrived;
    arrived = 0;
    return came;
  }
}
