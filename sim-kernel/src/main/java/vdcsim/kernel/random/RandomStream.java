package vdcsim.kernel.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/** A stream of random numbers (XoShiRo256++, Blackman and Vigna 2019). */
public final class RandomStream {
  private final UniformRandomProvider source;

  RandomStream(long hash) {
    this.source =
        new XoShiRo256PlusPlus(
            RandomStreams.mix(hash + 1),
            RandomStreams.mix(hash + 2),
            RandomStreams.mix(hash + 3),
            RandomStreams.mix(hash + 4));
  }

  /** Uniform from 0, included, to 1, excluded. */
  public double nextDouble() {
    return source.nextDouble();
  }

  /** Uniform from 0, included, to {@code bound}, excluded. */
  public int nextInt(int bound) {
    return source.nextInt(bound);
  }

  /** Uniform over all 64-bit numbers. */
  public long nextLong() {
    return source.nextLong();
  }

  /** The generator beneath, for samplers. */
  UniformRandomProvider source() {
    return source;
  }
}
