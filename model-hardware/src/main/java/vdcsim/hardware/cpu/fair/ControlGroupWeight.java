package vdcsim.hardware.cpu.fair;

/** The weight of a control group of version 2, and what shares of version 1 become in it. */
public final class ControlGroupWeight {
  /** What a group has of which nothing is said (Linux, CGROUP_WEIGHT_DFL). */
  public static final long USUAL = 100;

  private static final long LEAST_SHARES = 2;
  private static final long MOST_SHARES = 262_144;
  private static final long MOST = 10_000;

  private ControlGroupWeight() {}

  /** The shares that the kernel's scheduler counts with (kernel/sched/core.c, cpu_weight_write). */
  public static long shares(long weight) {
    return (weight * Entity.UNIT + USUAL / 2) / USUAL;
  }

  /** The range of shares laid on that of weights: 1024 becomes 39 (runc until 2025). */
  public static long linear(long shares) {
    return 1 + (shares - LEAST_SHARES) * (MOST - 1) / (MOST_SHARES - LEAST_SHARES);
  }

  /** So that 1024 becomes 100, and both ends stay (opencontainers/cgroups, utils.go). */
  public static long quadratic(long shares) {
    if (shares <= LEAST_SHARES) {
      return 1;
    }
    if (shares >= MOST_SHARES) {
      return MOST;
    }
    double log = binaryLogarithm(shares);
    return (long) StrictMath.ceil(StrictMath.pow(10, (log * log + 125 * log) / 612 - 7.0 / 34));
  }

  /** Exact for powers of two, so that rounding up gives no more than it should. */
  private static double binaryLogarithm(long value) {
    int whole = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
    double rest = (double) value / (1L << whole);
    return rest == 1 ? whole : whole + StrictMath.log(rest) / StrictMath.log(2);
  }
}
