package vdcsim.hardware.cpu.credit;

import vdcsim.kernel.spec.Refusal;

/**
 * How long a turn is, which may be chosen (xen/common/sched/credit.c, csched_sys_cntl): the period
 * of accounting and what it hands out follow from it.
 *
 * @param sliceNs the turn of a virtual processor, a millisecond to a second (tslice_ms)
 * @param rateLimitNs what one may run at least before another preempts it, 0 for nothing, else 100
 *     us to 500 ms and no longer than a turn (ratelimit_us)
 */
public record Turn(long sliceNs, long rateLimitNs) {
  /** The shortest turn (XEN_SYSCTL_CSCHED_TSLICE_MIN). */
  public static final long LEAST_NS = Credit.MILLISECOND;

  /** The longest turn (XEN_SYSCTL_CSCHED_TSLICE_MAX). */
  public static final long LONGEST_NS = 1000 * Credit.MILLISECOND;

  /** The turn that Xen begins with: 30 ms, of which 1 ms is safe. */
  public static final Turn USUAL = new Turn(Credit.SLICE_NS, Credit.RATE_LIMIT_NS);

  private static final long LEAST_RATE_LIMIT_NS = Credit.MILLISECOND / 10;
  private static final long LONGEST_RATE_LIMIT_NS = 500 * Credit.MILLISECOND;

  /** A turn as Xen takes it. */
  public Turn {
    if (sliceNs < LEAST_NS || sliceNs > LONGEST_NS || sliceNs % Credit.MILLISECOND != 0) {
      throw new Refusal(
          "slice",
          "a turn is a whole number of milliseconds from 1 to 1000, was %d us"
              .formatted(sliceNs / 1000));
    }
    boolean limits = rateLimitNs != 0;
    if (limits && (rateLimitNs < LEAST_RATE_LIMIT_NS || rateLimitNs > LONGEST_RATE_LIMIT_NS)) {
      throw new Refusal(
          "rate-limit",
          "the rate limit lies between 100 us and 500 ms, or is 0 s, was %d us"
              .formatted(rateLimitNs / 1000));
    }
    if (rateLimitNs > sliceNs) {
      throw new Refusal("rate-limit", "the rate limit is no longer than a turn");
    }
  }

  /** Ticks in a turn; a turn of less than so many milliseconds has one. */
  long ticks() {
    return sliceNs < Credit.TICKS * Credit.MILLISECOND ? 1 : Credit.TICKS;
  }

  /** The time between two ticks, in whole microseconds as Xen counts it. */
  long tickNs() {
    return sliceNs / 1000 / ticks() * 1000;
  }

  /** What is handed out a turn and processor. */
  public long credits() {
    return sliceNs / Credit.MILLISECOND * Credit.PER_MILLISECOND;
  }

  /** What a cap lets a domain earn in a turn, all its virtual processors together. */
  public long ofCap(int percent) {
    return (percent * credits() + 99) / 100;
  }
}
