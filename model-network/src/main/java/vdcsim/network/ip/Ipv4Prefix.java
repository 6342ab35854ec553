package vdcsim.network.ip;

/**
 * A network: the addresses that share their first bits, as {@code 10.0.0.0/24} (RFC 4632, 3.1).
 *
 * @param bits the shared bits, all others zero
 * @param length how many bits are shared, from 0 to 32
 */
public record Ipv4Prefix(int bits, int length) implements Comparable<Ipv4Prefix> {
  /** All addresses: the destination of a default route. */
  public static final Ipv4Prefix ALL = new Ipv4Prefix(0, 0);

  public Ipv4Prefix {
    if (length < 0 || length > 32) {
      throw new IllegalArgumentException("a prefix length lies from 0 to 32, was " + length);
    }
    if ((bits & ~mask(length)) != 0) {
      throw new IllegalArgumentException(
          "the bits behind a prefix are zero, was " + new Ipv4Address(bits) + "/" + length);
    }
  }

  /** The network that an address belongs to. */
  public static Ipv4Prefix of(Ipv4Address address, int length) {
    return new Ipv4Prefix(address.bits() & mask(length), length);
  }

  /**
   * Reads {@code 10.0.0.0/24}.
   *
   * @throws IllegalArgumentException for anything else, and where bits behind the prefix are set
   */
  public static Ipv4Prefix parse(String text) {
    Ipv4Interface written = Ipv4Interface.parse(text);
    Ipv4Prefix prefix = written.network();
    if (prefix.bits() != written.address().bits()) {
      throw new IllegalArgumentException(
          "a network has no bits behind its prefix: write '"
              + prefix
              + "' instead of '"
              + text.strip()
              + "'");
    }
    return prefix;
  }

  /** The bits that a prefix of this length shares. */
  static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  /** The first address. */
  public Ipv4Address address() {
    return new Ipv4Address(bits);
  }

  /** The mask as an address, as {@code 255.255.255.0}. */
  public Ipv4Address netmask() {
    return new Ipv4Address(mask(length));
  }

  /** The last address, which means every station of the network (RFC 922). */
  public Ipv4Address broadcast() {
    return new Ipv4Address(bits | ~mask(length));
  }

  /** Whether an address belongs to the network. */
  public boolean contains(Ipv4Address other) {
    return ((bits ^ other.bits()) & mask(length)) == 0;
  }

  /** Whether all addresses of another network belong to this one. */
  public boolean contains(Ipv4Prefix other) {
    return other.length >= length && contains(other.address());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ipv4Prefix that && bits == that.bits && length == that.length;
  }

  @Override
  public int hashCode() {
    return 31 * bits + length;
  }

  /** In the order of addresses; of two networks that start alike the larger first. */
  @Override
  public int compareTo(Ipv4Prefix other) {
    int order = Integer.compareUnsigned(bits, other.bits);
    return order != 0 ? order : Integer.compare(length, other.length);
  }

  @Override
  public String toString() {
    return address() + "/" + length;
  }
}
