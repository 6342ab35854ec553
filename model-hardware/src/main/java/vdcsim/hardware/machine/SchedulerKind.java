package vdcsim.hardware.machine;

/** The schedulers that a machine can have. */
public enum SchedulerKind {
  /** Earliest eligible virtual deadline first: Linux from 6.6 on. */
  EEVDF,
  /** Completely fair: Linux before 6.6. */
  CFS,
  /** By credit, weight and cap: Xen. */
  CREDIT,
  /** First come, first served, without preemption. */
  RUN_TO_COMPLETION,
  /** All at once, each at its rate, without turns: for virtual machines with batches of tasks. */
  PROCESSOR_SHARING
}
