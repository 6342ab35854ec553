package vdcsim.hypervisor.migration.rounds;

/**
 * The textbook's pre-copy: whole rounds at one rate, until the next would take no longer than the
 * downtime limit.
 */
record ConstantRate(double bytesPerSecond, double limitSeconds) implements Rule {
  @Override
  public double firstRate() {
    return bytesPerSecond;
  }

  @Override
  public double nextRate(double dirtyBytesPerSecond) {
    return bytesPerSecond;
  }

  @Override
  public boolean stops(int rounds, double waitingBytes, double nextRate, double sentRate) {
    return waitingBytes <= sentRate * limitSeconds;
  }
}
