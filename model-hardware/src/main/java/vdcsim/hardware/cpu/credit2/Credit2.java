package vdcsim.hardware.cpu.credit2;

/** The constants of Xen's second credit scheduler (xen/common/sched/credit2.c). */
public final class Credit2 {
  private static final long MICROSECOND = 1000;
  private static final long MILLISECOND = 1_000_000;

  /** What most domains weigh (CSCHED2_DEFAULT_WEIGHT). */
  public static final int USUAL_WEIGHT = 256;

  /** What a reset gives (CSCHED2_CREDIT_INIT); the heaviest burns it in as long a time. */
  public static final long INITIAL_NS = 10 * MILLISECOND;

  /** The shortest turn (CSCHED2_MIN_TIMER). */
  public static final long LEAST_TURN_NS = 500 * MICROSECOND;

  /** The longest turn (CSCHED2_MAX_TIMER). */
  static final long LONGEST_TURN_NS = INITIAL_NS;

  /** What may be left over at a reset (CSCHED2_CARRYOVER_MAX). */
  static final long CARRY_OVER_NS = LEAST_TURN_NS;

  /** What is given for having been moved to another processor (CSCHED2_MIGRATE_COMPENSATION). */
  public static final long MOVED_NS = 50 * MICROSECOND;

  /** How much more credit moving one takes (sched_credit2_migrate_resist). */
  static final long RESISTANCE_NS = 500 * MICROSECOND;

  /** How much too early one may be preempted (CSCHED2_RATELIMIT_TICKLE_TOLERANCE). */
  public static final long TOLERANCE_NS = 50 * MICROSECOND;

  /** The debt that counts at most (CSCHED2_CREDIT_MIN). */
  static final long LEAST_NS = -INITIAL_NS;

  /** What an idle processor has, which is less than anybody (CSCHED2_IDLE_CREDIT). */
  static final long IDLE_NS = LEAST_NS - 1;

  /** How often the budget of a capped domain is filled up (credit2_cap_period_ms). */
  static final long CAP_PERIOD_NS = 10 * MILLISECOND;

  /** How many processors share a queue at most (sched_credit2_max_cpus_runqueue). */
  static final int MOST_PROCESSORS = 16;

  private Credit2() {}
}
