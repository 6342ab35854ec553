package vdcsim.hardware.cpu.credit2;

/** A decaying average over about a second, in fixed point (update_runq_load). */
final class Load {
  /** Binary digits behind the point. */
  private static final int PRECISION = 18;

  /** One that always runs. */
  static final long ONE = 1L << PRECISION;

  private static final int WINDOW = 20;
  private static final int GRANULARITY = 10;

  private long average;
  private long untilTime;

  Load(long average) {
    this.average = average;
  }

  long average() {
    return average;
  }

  /** From the last call to now it was so much. */
  void update(long nowNs, long was) {
    long now = nowNs >> GRANULARITY;
    long passed = now - untilTime;
    if (passed > 1L << WINDOW) {
      average = was << PRECISION;
    } else {
      average += ((passed * (was << PRECISION)) >> WINDOW) - ((passed * average) >> WINDOW);
    }
    untilTime = now;
  }

  /** Somebody comes or goes, with what he has been in the mean. */
  void add(long otherAverage) {
    average = Math.max(0, average + otherAverage);
  }
}
