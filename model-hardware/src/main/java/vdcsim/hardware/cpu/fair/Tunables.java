package vdcsim.hardware.cpu.fair;

/** The constants of Linux's fair scheduler (kernel/sched/fair.c, 6.1 and 6.12). */
public final class Tunables {
  /** The period in which every task runs once (sysctl_sched_latency). */
  public static final long LATENCY_NS = 6_000_000;

  /** The least time that a task runs (sysctl_sched_min_granularity). */
  public static final long MIN_GRANULARITY_NS = 750_000;

  /**
   * The least time that one of the idle class runs beside others, however many processors there are
   * (sysctl_sched_idle_min_granularity).
   */
  public static final long IDLE_MIN_GRANULARITY_NS = 750_000;

  /** The lead that lets a woken task preempt (sysctl_sched_wakeup_granularity). */
  public static final long WAKEUP_GRANULARITY_NS = 1_000_000;

  /** The slice of EEVDF (sysctl_sched_base_slice). */
  public static final long BASE_SLICE_NS = 700_000;

  /** The same in Linux 6.6 to 6.12. */
  public static final long EARLIER_BASE_SLICE_NS = 750_000;

  /** What a group takes from the pool of its quota at once (sched_cfs_bandwidth_slice). */
  public static final long BANDWIDTH_SLICE_NS = 5_000_000;

  /** What a processor keeps of it when it has nothing to do (min_cfs_rq_runtime). */
  public static final long KEPT_RUNTIME_NS = 1_000_000;

  /**
   * How often a busy processor balances, by the number of processors: each counts for 1 ms, times
   * sd->busy_factor (kernel/sched/topology.c).
   */
  public static final long BALANCE_NS = 16_000_000;

  private static final long MOST_CPUS_THAT_COUNT = 8;

  private Tunables() {}

  /** A constant times 1 + log2 of the processors, 8 at most (SCHED_TUNABLESCALING_LOG). */
  public static long scaled(long ns, int cpus) {
    int counted = (int) Math.min(cpus, MOST_CPUS_THAT_COUNT);
    return ns * (1 + 31 - Integer.numberOfLeadingZeros(counted));
  }
}
