package vdcsim.network.ip;

/**
 * An address together with the network it belongs to, as {@code 10.0.0.1/24} (RFC 4632, 3.1).
 *
 * @param length how many bits of the address name the network, from 0 to 32
 */
public record Ipv4Interface(Ipv4Address address, int length) {
  /** Stands for no address: 0.0.0.0, in a network that no station belongs to. */
  public static final Ipv4Interface NONE = new Ipv4Interface(Ipv4Address.UNSPECIFIED, 32);

  public Ipv4Interface {
    if (length < 0 || length > 32) {
      throw new IllegalArgumentException("a prefix length lies from 0 to 32, was " + length);
    }
  }

  /**
   * Reads an address, a slash and a prefix length.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Ipv4Interface parse(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length != 2 || !parts[1].matches("\\d{1,2}")) {
      throw new IllegalArgumentException(
          "an address with its network reads as '10.0.0.1/24', was '" + text + "'");
    }
    return new Ipv4Interface(Ipv4Address.parse(parts[0]), Integer.parseInt(parts[1]));
  }

  /** The network. */
  public Ipv4Prefix network() {
    return Ipv4Prefix.of(address, length);
  }

  /** Whether another address belongs to the same network. */
  public boolean contains(Ipv4Address other) {
    return ((address.bits() ^ other.bits()) & Ipv4Prefix.mask(length)) == 0;
  }

  /** The address that means every station of the network (RFC 922). */
  public Ipv4Address broadcast() {
    return network().broadcast();
  }

  /** Whether an address means every station of the network; a network of two has none such. */
  public boolean isBroadcast(Ipv4Address other) {
    return length < 31 && other.bits() == (address.bits() | ~Ipv4Prefix.mask(length));
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
