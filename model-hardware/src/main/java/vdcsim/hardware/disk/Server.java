package vdcsim.hardware.disk;

import vdcsim.kernel.Simulation;

/** Something that serves one piece after the other, in the order in which they come. */
final class Server {
  private final Simulation simulation;
  private long freeNs;

  Server(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Serves a piece behind those before it; returns how long from now until it is done. */
  long serve(long ns) {
    freeNs = Math.max(freeNs, simulation.now()) + ns;
    return freeNs - simulation.now();
  }
}
