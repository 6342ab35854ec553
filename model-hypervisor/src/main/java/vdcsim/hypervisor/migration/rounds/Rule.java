package vdcsim.hypervisor.migration.rounds;

/** When whole rounds end, and how fast each is sent. */
interface Rule {
  /** The cap of the first round, in bytes per second; infinite without one. */
  double firstRate();

  /**
   * The cap of the next round.
   *
   * @param dirtyBytesPerSecond how fast pages were dirtied in the round before
   */
  double nextRate(double dirtyBytesPerSecond);

  /**
   * Whether what waits is sent with the machine standing still.
   *
   * @param rounds how many have been sent
   * @param waitingBytes of pages that wait
   * @param nextRate what {@link #nextRate} would be
   * @param sentRate at which the last round went
   */
  boolean stops(int rounds, double waitingBytes, double nextRate, double sentRate);
}
