package vdcsim.hardware.cpu;

/**
 * Converts between cycles and nanoseconds without losing a part of either.
 *
 * @param hertz cycles in a second, at least 1 million
 */
record Clock(long hertz) {
  private static final long NANOSECONDS = 1_000_000_000L;

  Clock {
    if (hertz < 1_000_000) {
      throw new IllegalArgumentException("a clock has at least 1 MHz, was " + hertz + " Hz");
    }
  }

  /** How many cycles pass in a time, rounded down. */
  long cycles(long ns) {
    return ns / NANOSECONDS * hertz + ns % NANOSECONDS * hertz / NANOSECONDS;
  }

  /** How long a number of cycles takes, rounded up. */
  long nanoseconds(long cycles) {
    long rest = cycles % hertz;
    return cycles / hertz * NANOSECONDS + (rest * NANOSECONDS + hertz - 1) / hertz;
  }
}
