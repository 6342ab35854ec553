package vdcsim.benchmarks;

import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.Sampler;

/**
 * Lengths of tasks that are given, in order.
 *
 * @param millions of instructions
 */
record GivenLengths(int[] millions) implements Distribution {
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
