package vdcsim.scenario.verify.compare;

import java.util.List;

/**
 * A time that was measured on real systems, and the run's.
 *
 * @param phase in which state
 * @param what which time, as {@code last-port-state-change}
 * @param measuredS the median of the recorded runs, in seconds
 * @param simulatedS the run's, in seconds
 * @param allowedS by how much they may differ; infinite where only an upper bound holds
 * @param leastS the least that the run may take
 * @param mostS the most that the run may take
 */
public record TimeCheck(
    String phase,
    String what,
    double measuredS,
    double simulatedS,
    double allowedS,
    double leastS,
    double mostS) {

  /** STP's tolerance: a tenth, or two seconds if that is more. */
  private static final double SHARE = 0.1;

  private static final double LEAST_S = 2;

  /** How much longer an order of magnitude is. */
  private static final double MAGNITUDE = 10;

  /** Held within a tenth of the median, or within two seconds. */
  public static TimeCheck close(String phase, String what, List<Double> runs, double simulatedS) {
    double median = median(runs);
    double allowed = Math.max(SHARE * median, LEAST_S);
    return new TimeCheck(phase, what, median, simulatedS, allowed, 0, median + allowed);
  }

  /**
   * Held to the order of magnitude only: the recorded machine was loaded, so that its times are
   * upper bounds; the run may not take ten times the fastest of them.
   */
  public static TimeCheck magnitude(
      String phase, String what, List<Double> runs, double simulatedS) {
    double fastest = runs.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = Math.max(MAGNITUDE * fastest, LEAST_S);
    return within(phase, what, runs, simulatedS, 0, most);
  }

  /** Held between two bounds that follow from timers, whatever was measured between them. */
  public static TimeCheck within(
      String phase,
      String what,
      List<Double> runs,
      double simulatedS,
      double leastS,
      double mostS) {
    return new TimeCheck(
        phase, what, median(runs), simulatedS, Double.POSITIVE_INFINITY, leastS, mostS);
  }

  /** Held within a factor of what was measured: of the fastest run below, the slowest above. */
  public static TimeCheck factor(
      String phase, String what, List<Double> runs, double simulatedS, double factor) {
    List<Double> sorted = runs.stream().sorted().toList();
    double least = sorted.get(0) / factor;
    double most = sorted.get(sorted.size() - 1) * factor;
    return within(phase, what, runs, simulatedS, least, most);
  }

  /** The middle one, or the mean of the two in the middle. */
  static double median(List<Double> runs) {
    List<Double> sorted = runs.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Whether the run is close enough. */
  public boolean holds() {
    return Math.abs(errorS()) <= allowedS && simulatedS >= leastS && simulatedS <= mostS;
  }

  /** Whether it is held closely, and not to its order of magnitude only. */
  public boolean isClose() {
    return Double.isFinite(allowedS) || leastS > 0;
  }

  /** How much longer the run takes, in seconds; negative where it is faster. */
  public double errorS() {
    return simulatedS - measuredS;
  }
}
