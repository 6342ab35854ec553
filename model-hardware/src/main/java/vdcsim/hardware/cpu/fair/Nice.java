package vdcsim.hardware.cpu.fair;

/** The weights of the nice values: one step is about a tenth of the processor. */
public final class Nice {
  private static final int LOWEST = -20;
  private static final int HIGHEST = 19;

  /** Linux, kernel/sched/core.c, sched_prio_to_weight. */
  private static final int[] WEIGHTS = {
    88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916, 9548, 7620, 6100, 4904,
    3906, 3121, 2501, 1991, 1586, 1277, 1024, 820, 655, 526, 423, 335, 272, 215, 172, 137, 110, 87,
    70, 56, 45, 36, 29, 23, 18, 15
  };

  private Nice() {}

  /**
   * The weight of a nice value, 1024 for 0.
   *
   * @throws IllegalArgumentException if it does not lie between -20 and 19
   */
  public static long weight(int nice) {
    if (nice < LOWEST || nice > HIGHEST) {
      throw new IllegalArgumentException("nice lies between -20 and 19, was " + nice);
    }
    return WEIGHTS[nice - LOWEST];
  }
}
