package vdcsim.network;

import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** For tests: one core of 1 GHz, so that a cycle is a nanosecond, first come first served. */
public final class Core implements Computer, ExecutionContext {
  private final Simulation simulation;
  private long freeNs;

  public Core(Simulation simulation) {
    this.simulation = simulation;
  }

  @Override
  public ExecutionContext context(String purpose) {
    return this;
  }

  @Override
  public void execute(long cycles, EventHandler whenDone, int kind, long arg, Object reference) {
    freeNs = Math.max(freeNs, simulation.now()) + cycles;
    simulation.schedule(freeNs - simulation.now(), whenDone, kind, arg, reference);
  }
}
