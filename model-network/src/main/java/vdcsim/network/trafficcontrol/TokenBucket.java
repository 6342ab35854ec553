package vdcsim.network.trafficcontrol;

import vdcsim.kernel.Simulation;

/**
 * A bucket that is full at first, fills at a rate, and is emptied by bytes (Linux, {@code
 * sch_tbf.c}). It counts in bits times nanoseconds a second, so that nothing is rounded.
 */
final class TokenBucket {
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final long bitsPerSecond;
  private final double most;
  private double content;
  private long filledNs;

  TokenBucket(Simulation simulation, long bitsPerSecond, long bytes) {
    this.simulation = simulation;
    this.bitsPerSecond = bitsPerSecond;
    this.most = bytes * 8.0 * NS_PER_SECOND;
    this.content = most;
  }

  /** Whether so many bytes ever fit. */
  boolean holds(int bytes) {
    return bytes * 8.0 * NS_PER_SECOND <= most;
  }

  private void fill() {
    long now = simulation.now();
    content = Math.min(most, content + (double) (now - filledNs) * bitsPerSecond);
    filledNs = now;
  }

  /** Takes bytes out if they are in; returns how long it takes until they are, else zero. */
  long take(int bytes) {
    fill();
    double wanted = bytes * 8.0 * NS_PER_SECOND;
    if (wanted <= content) {
      content -= wanted;
      return 0;
    }
    return Math.max(1, (long) StrictMath.ceil((wanted - content) / bitsPerSecond));
  }
}
