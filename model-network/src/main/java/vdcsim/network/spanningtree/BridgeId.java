package vdcsim.network.spanningtree;

import java.util.Locale;
import vdcsim.hardware.ethernet.MacAddress;

/**
 * What names a bridge in a spanning tree (IEEE 802.1D-1998, 9.2.5): its priority, and then its
 * address. The lowest becomes the root.
 *
 * @param priority 0 to 65535
 */
public record BridgeId(int priority, MacAddress address) implements Comparable<BridgeId> {
  private static final int ADDRESS_BITS = 48;
  private static final long ADDRESS_MASK = (1L << ADDRESS_BITS) - 1;

  public BridgeId {
    if (priority < 0 || priority > 0xFFFF) {
      throw new IllegalArgumentException("a bridge priority has 16 bits, was " + priority);
    }
  }

  /** The identifier of these 64 bits, as they stand in a BPDU. */
  public static BridgeId of(long bits) {
    return new BridgeId((int) (bits >>> ADDRESS_BITS), new MacAddress(bits & ADDRESS_MASK));
  }

  /** The identifier as one number of 64 bits, without sign. */
  public long bits() {
    return ((long) priority << ADDRESS_BITS) | address.bits();
  }

  @Override
  public int compareTo(BridgeId other) {
    return Long.compareUnsigned(bits(), other.bits());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04x.%s", priority, address);
  }
}
