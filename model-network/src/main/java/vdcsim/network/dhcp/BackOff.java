package vdcsim.network.dhcp;

import vdcsim.kernel.random.RandomStream;

/** When a message goes out again: after 4, 8, 16, 32, then 64 s, a second more or less (4.1). */
final class BackOff {
  private static final double SECOND_NS = 1e9;
  private static final int FIRST_S = 4;
  private static final int MOST_DOUBLINGS = 4;

  private final RandomStream random;
  private int sent;

  BackOff(RandomStream random) {
    this.random = random;
  }

  void restart() {
    sent = 0;
  }

  /** How often the message went out since the {@link #restart}. */
  int sent() {
    return sent;
  }

  /** The message goes out: how long to wait for an answer. */
  long nextNs() {
    int seconds = FIRST_S << Math.min(sent, MOST_DOUBLINGS);
    sent++;
    return Math.round((seconds + 2 * random.nextDouble() - 1) * SECOND_NS);
  }
}
