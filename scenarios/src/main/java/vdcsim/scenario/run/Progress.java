package vdcsim.scenario.run;

/** Is told how far the runs are: one call at a time, from the threads that run. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (runsDone, events) -> {};

  /**
   * The runs have come this far.
   *
   * @param runsDone how many have ended
   * @param events how many events all runs together have executed, those under way included
   */
  void reached(int runsDone, long events);
}
