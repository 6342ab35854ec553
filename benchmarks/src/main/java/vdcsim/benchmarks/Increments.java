package vdcsim.benchmarks;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/** Delays drawn beforehand, so that a benchmark measures no random numbers. */
public final class Increments {
  /** Small enough to stay in the cache, large enough not to be learnt by a branch predictor. */
  private static final int LENGTH = 1 << 14;

  /** One second, in nanoseconds. */
  private static final double MEAN_NS = 1e9;

  private final long[] delaysNs = new long[LENGTH];
  private int place;

  private Increments() {}

  /** Exponential with a mean of a second. */
  public static Increments exponential() {
    UniformRandomProvider random = new XoShiRo256PlusPlus(1, 2, 3, 4);
    Increments increments = new Increments();
    for (int i = 0; i < LENGTH; i++) {
      increments.delaysNs[i] = (long) (-MEAN_NS * StrictMath.log(1 - random.nextDouble()));
    }
    return increments;
  }

  /** Nine in ten of a mean of a microsecond, as frames; one in ten of a second, as time-outs. */
  public static Increments bimodal() {
    Increments increments = exponential();
    for (int i = 0; i < LENGTH; i++) {
      increments.delaysNs[i] =
          i % 10 == 0 ? increments.delaysNs[i] : increments.delaysNs[i] / 1_000_000;
    }
    return increments;
  }

  /** The next delay. */
  public long next() {
    place = (place + 1) & (LENGTH - 1);
    return delaysNs[place];
  }
}
