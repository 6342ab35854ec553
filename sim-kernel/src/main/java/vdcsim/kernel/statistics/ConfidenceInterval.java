package vdcsim.kernel.statistics;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of independent replications, with the half-width of its Student-t interval.
 *
 * @param count how many replications
 * @param mean their mean
 * @param halfWidth zero for one replication, which has no interval
 */
public record ConfidenceInterval(int count, double mean, double halfWidth) {
  /** The level that reports use. */
  public static final double LEVEL = 0.95;

  /**
   * The interval of {@code values}, one for each replication, at {@link #LEVEL}.
   *
   * @throws IllegalArgumentException for no values
   */
  public static ConfidenceInterval of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("an interval needs at least one value, had none");
    }
    int count = values.size();
    double mean = sum(values) / count;
    if (count == 1) {
      return new ConfidenceInterval(1, mean, 0);
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double standardError = StrictMath.sqrt(squares / (count - 1) / count);
    double t = new TDistribution(null, count - 1.0).inverseCumulativeProbability((1 + LEVEL) / 2);
    return new ConfidenceInterval(count, mean, t * standardError);
  }

  /** In the list's order: how a stream adds up differs between versions of Java. */
  private static double sum(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** The lower end. */
  public double low() {
    return mean - halfWidth;
  }

  /** The upper end. */
  public double high() {
    return mean + halfWidth;
  }
}
