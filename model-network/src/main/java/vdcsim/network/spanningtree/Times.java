package vdcsim.network.spanningtree;

import java.time.Duration;

/**
 * The four times of a BPDU, in 1/256 s as on the wire (IEEE 802.1D-1998, 9.2.8).
 *
 * @param messageAge time since the root sent what this goes back to
 * @param maxAge the age at which it is worth nothing
 * @param helloTime between two of the root's messages
 * @param forwardDelay how long a port listens, and how long it learns
 */
public record Times(int messageAge, int maxAge, int helloTime, int forwardDelay) {
  /** How many ticks a second has. */
  public static final int TICKS_PER_SECOND = 256;

  /** One tick, which is exact. */
  public static final long TICK_NS = 1_000_000_000L / TICKS_PER_SECOND;

  private static final int MOST = 0xFFFF;

  public Times {
    check(messageAge);
    check(maxAge);
    check(helloTime);
    check(forwardDelay);
  }

  private static void check(int ticks) {
    if (ticks < 0 || ticks > MOST) {
      throw new IllegalArgumentException("a time of a BPDU has 16 bits, was " + ticks);
    }
  }

  /** The times of a root that was given these. */
  public static Times ofRoot(Duration maxAge, Duration helloTime, Duration forwardDelay) {
    return new Times(0, ticks(maxAge), ticks(helloTime), ticks(forwardDelay));
  }

  private static int ticks(Duration time) {
    return ticks(time.toNanos());
  }

  /** Whole ticks in a time; at most what a BPDU can say. */
  public static int ticks(long ns) {
    return (int) Math.min(MOST, ns / TICK_NS);
  }

  /** The same times for a message of another age. */
  public Times aged(int newMessageAge) {
    return new Times(newMessageAge, maxAge, helloTime, forwardDelay);
  }

  /** In nanoseconds: when a message of this age is worth nothing, from now. */
  public long remainingNs() {
    return (maxAge - messageAge) * TICK_NS;
  }

  /** In nanoseconds. */
  public long maxAgeNs() {
    return maxAge * TICK_NS;
  }

  /** In nanoseconds. */
  public long helloTimeNs() {
    return helloTime * TICK_NS;
  }

  /** In nanoseconds. */
  public long forwardDelayNs() {
    return forwardDelay * TICK_NS;
  }
}
