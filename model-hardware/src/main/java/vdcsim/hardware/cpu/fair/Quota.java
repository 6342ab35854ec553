package vdcsim.hardware.cpu.fair;

import vdcsim.kernel.spec.Refusal;

/**
 * How long a group may run in each period, all processors together (Linux, cpu.max).
 *
 * @param quotaNs the time; {@link #NONE} has no limit
 * @param periodNs the period, from 1 ms to 1 s
 * @param burstNs what unused time may add to a period at most (cpu.max.burst)
 * @param phaseNs an instant at which a period begins; {@link #AT_FIRST_USE} for the first use
 */
public record Quota(long quotaNs, long periodNs, long burstNs, long phaseNs) {
  /** The periods begin when the group first runs. */
  public static final long AT_FIRST_USE = -1;

  private static final long UNLIMITED = Long.MAX_VALUE;
  private static final long MILLISECOND = 1_000_000;

  /** The least quota and the shortest period (min_cfs_quota_period). */
  public static final long LEAST_NS = MILLISECOND;

  /** The longest period (max_cfs_quota_period). */
  public static final long LONGEST_PERIOD_NS = 1000 * MILLISECOND;

  /** No limit. */
  public static final Quota NONE = new Quota(UNLIMITED, 100 * MILLISECOND, 0);

  /** A quota whose periods begin when the group first runs. */
  public Quota(long quotaNs, long periodNs, long burstNs) {
    this(quotaNs, periodNs, burstNs, AT_FIRST_USE);
  }

  public Quota {
    if (quotaNs < LEAST_NS) {
      throw new Refusal("quota", "a quota is at least 1 ms, was " + quotaNs + " ns");
    }
    if (periodNs < LEAST_NS || periodNs > LONGEST_PERIOD_NS) {
      throw new Refusal("period", "a period lies between 1 ms and 1 s, was " + periodNs + " ns");
    }
    if (burstNs < 0 || burstNs > quotaNs) {
      throw new Refusal("burst", "a burst lies between 0 and the quota, was " + burstNs + " ns");
    }
  }

  boolean isLimited() {
    return quotaNs != UNLIMITED;
  }
}
