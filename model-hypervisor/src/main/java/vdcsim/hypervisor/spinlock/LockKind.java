package vdcsim.hypervisor.spinlock;

/** How a spin lock chooses who is next. */
public enum LockKind {
  /**
   * In the order in which they came, whether the next one computes or not (Linux 2.6.25 to 4.1).
   */
  TICKET,
  /** As a ticket lock, but who has spun for long halts, and is woken (Linux, pvticketlocks). */
  PARAVIRTUAL_TICKET,
  /** Whoever computes when it becomes free (Linux before 2.6.25). */
  TEST_AND_SET
}
