package vdcsim.kernel.random;

/** Draws numbers of one distribution from one stream. */
@FunctionalInterface
public interface Sampler {
  /** The next number. */
  double next();

  /** The next number, rounded to a whole one; what would be negative is zero. */
  default long nextLong() {
    return Math.max(0, StrictMath.round(next()));
  }
}
