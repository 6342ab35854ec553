package vdcsim.network.ospf.lsa;

import vdcsim.network.ip.Ipv4Address;

/** What names an area (RFC 2328, 3): 32 bits, written as an address or as one number. */
public record AreaId(int bits) implements Comparable<AreaId> {
  /** Area 0.0.0.0, to which all others attach (RFC 2328, 3.1). */
  public static final AreaId BACKBONE = new AreaId(0);

  /**
   * Reads {@code 0.0.0.1} or {@code 1}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static AreaId parse(String text) {
    String written = text.strip();
    if (written.matches("\\d{1,10}") && Long.parseLong(written) <= 0xFFFF_FFFFL) {
      return new AreaId((int) Long.parseLong(written));
    }
    return new AreaId(Ipv4Address.parse(written).bits());
  }

  /** Whether it is area 0. */
  public boolean isBackbone() {
    return bits == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AreaId that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  @Override
  public int compareTo(AreaId other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return new Ipv4Address(bits).toString();
  }
}
