package vdcsim.hardware.cpu.credit;

/** The classes of virtual processors, the first first (CSCHED_PRI_TS_BOOST to CSCHED_PRI_IDLE). */
public enum Priority {
  /** It was woken while it had credit left, and goes ahead of those that compute. */
  BOOST(0),
  /** It has credit left. */
  UNDER(-1),
  /** It has used up its credit, and runs when nobody with credit wants to. */
  OVER(-2),
  /** Nobody: the processor has nothing to run. */
  IDLE(-64);

  private final int value;

  Priority(int value) {
    this.value = value;
  }

  /** The number by which Xen knows it. */
  public int value() {
    return value;
  }

  boolean isBefore(Priority other) {
    return compareTo(other) < 0;
  }
}
