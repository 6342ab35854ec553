package vdcsim.hardware.cpu;

/** Told when a logical processor gets something to run, and when it has run out of it. */
public interface Occupancy {
  /** For processors whose neighbours do not care. */
  Occupancy UNWATCHED =
      new Occupancy() {
        @Override
        public void busy(int cpu) {}

        @Override
        public void idle(int cpu) {}
      };

  /** A processor that was idle has something to run. */
  void busy(int cpu);

  /** A processor has nothing to run any more. */
  void idle(int cpu);

  /**
   * What a processor runs waits in a loop of PAUSE instructions from now on, or does so no more.
   *
   * @param pauseCycles from one PAUSE to the next; {@link Task#NO_PAUSE} when it does so no more
   */
  default void pausing(int cpu, int pauseCycles) {}
}
