package vdcsim.network.spanningtree;

import java.util.Locale;

/**
 * What names a port in its bridge: its priority in the high bits, its number in the low ones.
 *
 * @param bits 16 bits, as they stand in a BPDU
 */
public record PortId(int bits) implements Comparable<PortId> {
  public PortId {
    if (bits < 0 || bits > 0xFFFF) {
      throw new IllegalArgumentException("a port identifier has 16 bits, was " + bits);
    }
  }

  /**
   * The identifier of a port. The priority counts in units of 1/256 of its range, whichever number
   * of its low bits the port's number takes (see {@link Protocol#numberBits}).
   */
  public static PortId of(int priority, int number) {
    return new PortId((priority << 8) | number);
  }

  @Override
  public int compareTo(PortId other) {
    return Integer.compare(bits, other.bits);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04x", bits);
  }
}
