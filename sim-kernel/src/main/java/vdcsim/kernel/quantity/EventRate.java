package vdcsim.kernel.quantity;

/** Happenings per second, as {@code 1000 /s}; more than zero and finite. */
public record EventRate(double perSecond) {
  /** Refuses what is not a positive, finite number. */
  public EventRate {
    if (!(perSecond > 0) || perSecond == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "a rate must be more than 0 /s and finite, was " + perSecond + " /s");
    }
  }
}
