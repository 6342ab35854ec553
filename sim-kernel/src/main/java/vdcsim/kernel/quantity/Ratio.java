package vdcsim.kernel.quantity;

/** A share or a multiple, as {@code 80 %} or {@code 1e-9}; not negative, finite. */
public record Ratio(double value) {
  /** Refuses what is negative or not finite. */
  public Ratio {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("a ratio must be finite and not negative, was " + value);
    }
  }
}
