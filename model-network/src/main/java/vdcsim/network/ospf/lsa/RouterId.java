package vdcsim.network.ospf.lsa;

import vdcsim.network.ip.Ipv4Address;

/**
 * What names a router in an autonomous system (RFC 2328, 1.2): 32 bits, written as an address, and
 * compared without sign.
 */
public record RouterId(int bits) implements Comparable<RouterId> {
  /** Stands for no router, as the designated router of a network without one (RFC 2328, A.3.2). */
  public static final RouterId NONE = new RouterId(0);

  /**
   * Reads four numbers with dots between them.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static RouterId parse(String text) {
    return new RouterId(Ipv4Address.parse(text).bits());
  }

  /** The same 32 bits as a link state ID or an address. */
  public Ipv4Address address() {
    return new Ipv4Address(bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RouterId that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return bits;
  }

  @Override
  public int compareTo(RouterId other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return address().toString();
  }
}
