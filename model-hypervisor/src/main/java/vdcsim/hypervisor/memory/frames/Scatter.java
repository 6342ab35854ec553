package vdcsim.hypervisor.memory.frames;

import vdcsim.kernel.random.RandomStream;

/** An order of numbers that follows no rule that a guest could see. */
final class Scatter {
  private final long oddA;
  private final long oddB;
  private final long offset;

  Scatter(RandomStream random) {
    this.oddA = random.nextLong() | 1;
    this.oddB = random.nextLong() | 1;
    this.offset = random.nextLong();
  }

  /** One to one on the numbers of so many bits: odd factors and a shift can be undone. */
  long of(long index, int bits) {
    long mask = (1L << bits) - 1;
    long mixed = (index * oddA + offset) & mask;
    mixed ^= mixed >>> ((bits + 1) / 2);
    return (mixed * oddB) & mask;
  }
}
