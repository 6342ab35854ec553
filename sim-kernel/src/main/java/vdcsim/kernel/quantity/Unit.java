package vdcsim.kernel.quantity;

/**
 * What a metric's values are counted in. Values are always stored in this base unit; reports scale
 * them to readable ones.
 */
public enum Unit {
  /** A pure number. */
  NONE(""),
  /** Things that are counted without a name. */
  COUNT("1"),
  NANOSECONDS("ns"),
  BYTES("B"),
  BITS_PER_SECOND("bit/s"),
  FRAMES("frames"),
  FRAMES_PER_SECOND("frames/s"),
  PER_SECOND("1/s"),
  HERTZ("Hz"),
  CYCLES("cycles"),
  METRES("m"),
  /** From 0 to 1; reports show a percentage. */
  RATIO("ratio");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The symbol as data files write it. */
  public String symbol() {
    return symbol;
  }
}
