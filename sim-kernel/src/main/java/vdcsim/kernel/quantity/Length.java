package vdcsim.kernel.quantity;

/** Metres of a cable, not negative. */
public record Length(double metres) {
  /** Refuses a negative length. */
  public Length {
    if (!(metres >= 0) || Double.isInfinite(metres)) {
      throw new IllegalArgumentException("a length must not be negative, was " + metres + " m");
    }
  }
}
