package vdcsim.hypervisor.memory.guest;

/** Says when something happens that comes with a share of the accesses, evenly spread. */
final class Every {
  private static final long WHOLE = 1_000_000_000;

  private final long share;
  private long credit;

  Every(double ofAccesses) {
    this.share = StrictMath.round(ofAccesses * WHOLE);
  }

  /** Another access: whether it happens before that. */
  boolean comes() {
    credit += share;
    if (credit < WHOLE) {
      return false;
    }
    credit -= WHOLE;
    return true;
  }
}
