package vdcsim.hypervisor.level.runtime;

/** A method with its counters. */
final class Method {
  private final double share;
  private double owed;
  private Tier tier = Tier.INTERPRETED;
  private boolean queued;
  private long invocations;
  private long backEdges;

  /** A method that gets this share of all calls. */
  Method(double share) {
    this.share = share;
  }

  /** Its share of all calls. */
  double share() {
    return share;
  }

  Tier tier() {
    return tier;
  }

  boolean isQueued() {
    return queued;
  }

  void queue() {
    queued = true;
  }

  /** Its share of so many calls, in whole numbers; what is left counts the next time. */
  long take(long calls) {
    owed += calls * share;
    long whole = (long) owed;
    owed -= whole;
    return whole;
  }

  void called(long times, long loops) {
    invocations += times;
    backEdges += times * loops;
  }

  long invocations() {
    return invocations;
  }

  long backEdges() {
    return backEdges;
  }

  /** How hot it is, for the choice among those that wait. */
  long events() {
    return invocations + backEdges;
  }

  /** It has been compiled; the code that it has now counts for itself. */
  void compiled(Tier to) {
    tier = to;
    queued = false;
    invocations = 0;
    backEdges = 0;
  }
}
