package vdcsim.kernel.quantity;

/** Cycles per second, at least one. */
public record Frequency(long hertz) {
  /** Refuses a frequency below one hertz. */
  public Frequency {
    if (hertz < 1) {
      throw new IllegalArgumentException("a frequency must be at least 1 Hz, was " + hertz + " Hz");
    }
  }
}
