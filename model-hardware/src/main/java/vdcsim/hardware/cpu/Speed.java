package vdcsim.hardware.cpu;

/** How fast a processor works, in billionths of its clock; to the nanosecond, nothing is lost. */
public final class Speed {
  /** With its whole clock. */
  public static final long FULL = 1_000_000_000L;

  /** The most: eight times the clock, so that a billion nanoseconds at it fit into a long. */
  public static final long MOST = 8 * FULL;

  private long rest;

  /** Nothing has been done yet. */
  Speed() {}

  /** One speed by another, as that of a thread of a core by that of the core's clock. */
  public static long product(long one, long other) {
    long whole = one / FULL * other;
    return Math.min(MOST, whole + one % FULL * other / FULL);
  }

  /** A share of the clock. */
  public static long of(double share) {
    return Math.min(MOST, Math.max(1, Math.round(share * FULL)));
  }

  /** What is done in a time, in nanoseconds of the whole clock; a part is kept for the next. */
  long done(long ns, long speed) {
    if (speed == FULL) {
      return ns;
    }
    long parts = ns % FULL * speed + rest;
    rest = parts % FULL;
    return ns / FULL * speed + parts / FULL;
  }

  /** What would be done in a time; nothing is kept. */
  long would(long ns, long speed) {
    return speed == FULL ? ns : ns / FULL * speed + (ns % FULL * speed + rest) / FULL;
  }

  /** How long so much takes, at least; {@code speed} is more than zero. */
  long needed(long work, long speed) {
    if (speed == FULL) {
      return work;
    }
    long parts = Math.max(0, work % speed * FULL - rest);
    return work / speed * FULL + (parts + speed - 1) / speed;
  }
}
