package vdcsim.kernel.quantity;

/** Bits per second, at least one. */
public record DataRate(long bitsPerSecond) {
  /** Refuses a rate below one bit per second. */
  public DataRate {
    if (bitsPerSecond < 1) {
      throw new IllegalArgumentException(
          "a data rate must be at least 1 bps, was " + bitsPerSecond + " bps");
    }
  }

  /** So many thousand million bits per second. */
  public static DataRate ofGigabits(long gigabits) {
    return new DataRate(Math.multiplyExact(gigabits, 1_000_000_000L));
  }

  /** So many million bits per second. */
  public static DataRate ofMegabits(long megabits) {
    return new DataRate(Math.multiplyExact(megabits, 1_000_000L));
  }
}
