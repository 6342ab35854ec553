package vdcsim.kernel.quantity;

/** A number of bytes, not negative. */
public record DataSize(long bytes) {
  /** Refuses a negative size. */
  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size must not be negative, was " + bytes + " B");
    }
  }
}
