package vdcsim.kernel.result;

import java.util.List;
import java.util.Optional;

/**
 * A chart that a scenario asks for.
 *
 * @param title the heading; empty means that it is made from the metrics
 * @param kind how it is drawn
 * @param metrics metric names or patterns with {@code *}, each perhaps with a statistic as in
 *     {@code probe.round-trip-time.p99}
 * @param x the path of the varied value on the horizontal axis; empty means the first
 * @param logX whether the horizontal scale is logarithmic
 * @param logY whether the vertical scale is logarithmic
 */
public record ChartRequest(
    String title, Kind kind, List<String> metrics, Optional<String> x, boolean logX, boolean logY) {

  public ChartRequest {
    metrics = List.copyOf(metrics);
  }

  /** The forms of chart. */
  public enum Kind {
    /** Chosen by the data. */
    AUTO,
    /** A value for each technique, with its confidence interval. */
    BARS,
    /** The parts of a whole for each technique, one upon the other. */
    STACKED,
    /** A value over a varied number, with a band for its confidence interval. */
    LINES,
    /** The cumulative distribution of a sample. */
    CDF,
    /** Percentiles of a sample, side by side. */
    PERCENTILES,
    /** A value over simulated time. */
    COURSE,
    /** States over simulated time. */
    TIMELINE,
    /** A colour for each number over two varied values. */
    HEAT_MAP
  }
}
