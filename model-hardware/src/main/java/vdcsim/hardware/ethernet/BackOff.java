package vdcsim.hardware.ethernet;

import vdcsim.kernel.random.RandomStream;

/** Truncated binary exponential back-off (IEEE 802.3-2018, 4.2.3.2.5). */
final class BackOff {
  /** The largest exponent (Table 4-2, backoffLimit). */
  static final int LIMIT = 10;

  private final RandomStream random;

  BackOff(RandomStream random) {
    this.random = random;
  }

  /** How many slots to wait after so many failed attempts: each below 2^k is equally likely. */
  int slots(int attempts) {
    return random.nextInt(1 << Math.min(attempts, LIMIT));
  }
}
