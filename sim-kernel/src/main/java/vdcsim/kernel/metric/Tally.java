package vdcsim.kernel.metric;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Quantile;

/**
 * A distribution of observations that are whole and not negative, as latencies in nanoseconds.
 *
 * <p>Count, mean, standard deviation, minimum and maximum are exact (Welford's recurrence, in order
 * of observation); percentiles come from a histogram with three significant digits.
 */
public final class Tally implements Instrument {
  /** Percentiles are right to one part in a thousand. */
  private static final int SIGNIFICANT_DIGITS = 3;

  private final String name;
  private final Unit unit;
  private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
  private long count;
  private double mean;
  private double squares;
  private long min = Long.MAX_VALUE;
  private long max;

  Tally(String name, Unit unit) {
    this.name = name;
    this.unit = unit;
    histogram.setAutoResize(true);
  }

  /** Takes in one observation. */
  public void record(long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " takes no negative values, was given " + value);
    }
    histogram.recordValue(value);
    count++;
    double delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  /** How many observations there were since the end of the warm-up. */
  public long count() {
    return count;
  }

  /** The mean of the observations since the end of the warm-up; zero when there was none. */
  public double mean() {
    return mean;
  }

  /** The largest observation; zero when there was none. */
  public long max() {
    return max;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Unit unit() {
    return unit;
  }

  @Override
  public void restart(long nowNs) {
    histogram.reset();
    count = 0;
    mean = 0;
    squares = 0;
    min = Long.MAX_VALUE;
    max = 0;
  }

  @Override
  public Measurement read(long nowNs) {
    double deviation = count > 1 ? StrictMath.sqrt(squares / (count - 1)) : 0;
    return new Measurement.Sample(
        name, unit, count, mean, deviation, count == 0 ? 0 : min, max, quantiles());
  }

  /** Thins the histogram to the first value at or above each step of {@link #nextShare}. */
  private List<Quantile> quantiles() {
    List<Quantile> quantiles = new ArrayList<>();
    double wanted = 0;
    for (HistogramIterationValue step : histogram.recordedValues()) {
      double share = (double) step.getTotalCountToThisValue() / count;
      if (share >= wanted) {
        long value = Math.max(min, Math.min(max, step.getValueIteratedTo()));
        quantiles.add(new Quantile(value, share));
        while (wanted <= share) {
          wanted = nextShare(wanted);
        }
      }
    }
    return quantiles;
  }

  /** Steps of 0.5 % up to 99 %, of 0.1 % up to 99.9 %, of 0.01 % up to 1: the tail is finer. */
  private static double nextShare(double share) {
    long basisPoints = StrictMath.round(share * 10_000);
    long next = basisPoints + (basisPoints < 9_900 ? 50 : basisPoints < 9_990 ? 10 : 1);
    return next > 10_000 ? Double.POSITIVE_INFINITY : next / 10_000.0;
  }
}
