package vdcsim.hypervisor.migration.postcopy;

/** Pages that the guest needs before they are pushed. */
interface Faults {
  /**
   * What happens in a span of time in which the guest may run: pages are pushed, and the guest asks
   * for others.
   *
   * @param seconds how long the span was
   * @param ranSeconds how long the guest ran in it
   * @return how many it asked for
   */
  double during(double seconds, double ranSeconds);

  /** The share of the time that the guest will run next, as far as can be foreseen. */
  double share();
}
