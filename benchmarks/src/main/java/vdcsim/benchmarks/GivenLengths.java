package vdcsim.benchmarks;

import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.Sampler;

/** Lengths of tasks that are given, in order. */
final class GivenLengths implements Distribution {
  private final int[] millions;

  /** So many million instructions each. */
  GivenLengths(int[] millions) {
    this.millions = millions;
  }

  @Override
  public double mean() {
    return Double.NaN;
  }

  @Override
  public Sampler sampler(RandomStream random) {
    int[] next = new int[1];
    return () -> millions[next[0]++] * 1e6;
  }
}
