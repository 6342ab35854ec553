package vdcsim.scenario.verify.compare;

/**
 * A figure that was measured on real systems, and the run's.
 *
 * @param what which figure, with its unit, as {@code goodput of flow 1 (Mbit/s)}
 * @param measured the median of the recorded runs
 * @param least the least that the run may show
 * @param most the most that the run may show
 * @param simulated the run's
 */
public record FigureCheck(
    String what, double measured, double least, double most, double simulated) {

  /**
   * A figure that may be off by a share of what was measured; where several runs were recorded, of
   * the nearest of them.
   */
  public static FigureCheck within(double share, String what, Recorded recorded, double simulated) {
    return new FigureCheck(
        what,
        recorded.median(),
        recorded.least() * (1 - share),
        recorded.most() * (1 + share),
        simulated);
  }

  /** A figure that may be off by an amount. */
  public static FigureCheck near(double amount, String what, Recorded recorded, double simulated) {
    return new FigureCheck(
        what, recorded.median(), recorded.least() - amount, recorded.most() + amount, simulated);
  }

  /**
   * What several runs showed.
   *
   * @param least of them
   * @param median of them
   * @param most of them
   */
  public record Recorded(double least, double median, double most) {}

  /** Whether the run is close enough. */
  public boolean holds() {
    return simulated >= least && simulated <= most;
  }

  /** How far the run is off, as a share of what was measured; with its sign. */
  public double error() {
    return measured == 0 ? simulated : simulated / measured - 1;
  }
}
