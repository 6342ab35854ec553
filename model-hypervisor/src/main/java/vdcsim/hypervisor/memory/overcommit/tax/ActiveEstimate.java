package vdcsim.hypervisor.memory.overcommit.tax;

/**
 * How much of its memory a machine uses, from samples: the largest of a slow mean, a fast mean, and
 * the fast mean with the sample that is being taken. So it rises at once and falls slowly.
 */
public final class ActiveEstimate {
  private final double slowWeight;
  private final double fastWeight;
  private double slow;
  private double fast;
  private boolean sampled;

  /** An estimate without a sample, which takes all memory to be in use. */
  public ActiveEstimate(SamplingSpec spec) {
    this.slowWeight = spec.slow().value();
    this.fastWeight = spec.fast().value();
  }

  /** A sample is complete: this part of its pages was touched. */
  public void sampled(double part) {
    slow = sampled ? slow + slowWeight * (part - slow) : part;
    fast = sampled ? fast + fastWeight * (part - fast) : part;
    sampled = true;
  }

  /** The estimate, while {@code part} of the pages of the present sample has been touched. */
  public double fraction(double part) {
    if (!sampled) {
      return 1;
    }
    double current = fast + fastWeight * (part - fast);
    return Math.max(slow, Math.max(fast, current));
  }
}
