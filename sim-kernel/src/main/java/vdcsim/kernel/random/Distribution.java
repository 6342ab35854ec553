package vdcsim.kernel.random;

/** A distribution of numbers in a base unit, as nanoseconds. */
public interface Distribution {
  /** The mean; infinite where there is none. */
  double mean();

  /** Draws from {@code random}. */
  Sampler sampler(RandomStream random);
}
