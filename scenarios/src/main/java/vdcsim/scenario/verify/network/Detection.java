package vdcsim.scenario.verify.network;

/**
 * Within what time a router notices that a neighbour has fallen silent, from a protocol's timers.
 *
 * @param leastS from the last message, the shortest time from the failure on
 * @param mostS the longest time from the failure on, with what it takes to act on it
 */
record Detection(double leastS, double mostS) {
  private static final double ACTING_S = 1;

  private static final double RIP_UPDATES = 1.5;

  /**
   * OSPF and BGP: the last message came at most one {@code beatS} before the failure.
   *
   * @param beatS hello interval, or keepalive time
   * @param deadS router dead interval, or hold time
   */
  static Detection hellos(double beatS, double deadS) {
    return new Detection(deadS - beatS, deadS + ACTING_S);
  }

  /** RIP: updates are not sent evenly. */
  static Detection updates(double updateS, double timeoutS) {
    return new Detection(timeoutS - updateS, timeoutS + RIP_UPDATES * updateS);
  }
}
