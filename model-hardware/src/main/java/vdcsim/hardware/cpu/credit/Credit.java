package vdcsim.hardware.cpu.credit;

/** The constants of Xen's credit scheduler (xen/common/sched/credit.c). */
public final class Credit {
  static final long MILLISECOND = 1_000_000;

  /** What most domains weigh (CSCHED_DEFAULT_WEIGHT). */
  public static final int USUAL_WEIGHT = 256;

  /** What a millisecond of running costs (CSCHED_CREDITS_PER_MSEC). */
  public static final long PER_MILLISECOND = 10;

  /** The turn of a virtual processor, if nobody says another (CSCHED_DEFAULT_TSLICE_MS). */
  public static final long SLICE_NS = 30 * MILLISECOND;

  /** Ticks in a turn (CSCHED_TICKS_PER_TSLICE). */
  public static final long TICKS = 3;

  /**
   * What one may run at least before another preempts it, likewise (SCHED_DEFAULT_RATELIMIT_US).
   */
  public static final long RATE_LIMIT_NS = MILLISECOND;

  private Credit() {}
}
