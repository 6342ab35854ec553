package vdcsim.hypervisor.migration.rounds;

/**
 * Xen in 2005: the first round at a minimum rate, each further one 50 Mbit/s faster than pages were
 * dirtied in the one before; the last comes when that exceeds the maximum, or little remains (Clark
 * et al. 2005, 5.3).
 */
record Xen2005(double maxBytesPerSecond) implements Rule {
  private static final double MEGABIT = 1e6 / 8;
  private static final double MINIMUM = 100 * MEGABIT;
  private static final double INCREMENT = 50 * MEGABIT;
  private static final double LITTLE_BYTES = 256 * 1024;

  @Override
  public double firstRate() {
    return Math.min(MINIMUM, maxBytesPerSecond);
  }

  @Override
  public double nextRate(double dirtyBytesPerSecond) {
    return Math.max(MINIMUM, dirtyBytesPerSecond + INCREMENT);
  }

  @Override
  public boolean stops(int rounds, double waitingBytes, double nextRate, double sentRate) {
    return nextRate > maxBytesPerSecond || waitingBytes < LITTLE_BYTES;
  }
}
