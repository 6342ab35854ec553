package vdcsim.scenario.run;

import vdcsim.kernel.world.World;

/** Looks into the first run of a scenario, as a capture does. */
@FunctionalInterface
public interface RunWatch {
  /** Looks at nothing. */
  RunWatch NONE = world -> {};

  /**
   * The world of the first point's first replication stands, and nothing has happened in it yet. An
   * exception ends all runs and reaches who asked for them.
   */
  void begins(World world);
}
