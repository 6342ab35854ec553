package vdcsim.hardware.cpu.credit;

/** The classes of virtual processors, the first first (CSCHED_PRI_TS_BOOST to _OVER). */
enum Priority {
  /** It was woken while it had credit left, and goes ahead of those that compute. */
  BOOST,
  /** It has credit left. */
  UNDER,
  /** It has used up its credit, and runs when nobody with credit wants to. */
  OVER;

  boolean isBefore(Priority other) {
    return compareTo(other) < 0;
  }
}
