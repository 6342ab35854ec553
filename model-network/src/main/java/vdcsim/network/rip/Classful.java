package vdcsim.network.rip;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * Networks without masks, as version 1 tells of them: the class of an address gives the mask, but
 * within the classful network of the interface, if that is cut into subnets, the interface's mask
 * holds (RFC 1058, 3.2; FRRouting).
 */
final class Classful {
  private Classful() {}

  /** The prefix length of an address's class (RFC 791, 3.2); 32 for classes D and E. */
  static int length(Ipv4Address address) {
    int top = address.bits() >>> 28;
    return top < 0x8 ? 8 : top < 0xC ? 16 : top < 0xE ? 24 : 32;
  }

  static Ipv4Prefix network(Ipv4Address address) {
    return Ipv4Prefix.of(address, length(address));
  }

  /** Whether a network can be told of in version 1 over an interface. */
  static boolean canTell(Ipv4Prefix prefix, Ipv4Interface over) {
    if (isSubnetOf(prefix, over)) {
      return prefix.length() == over.length() || prefix.length() == 32;
    }
    return prefix.bits() == 0 || prefix.length() == length(prefix.address());
  }

  private static boolean isSubnetOf(Ipv4Prefix prefix, Ipv4Interface over) {
    Ipv4Prefix network = network(over.address());
    return over.length() > network.length() && network.contains(prefix);
  }

  /**
   * The network that an address without a mask means when it comes over an interface; none for a
   * host outside the interface's classful network.
   */
  static Optional<Ipv4Prefix> guess(Ipv4Address address, Ipv4Interface over) {
    if (address.bits() == 0) {
      return Optional.of(Ipv4Prefix.ALL);
    }
    if (isSubnetOf(Ipv4Prefix.of(address, 32), over)) {
      Ipv4Prefix subnet = Ipv4Prefix.of(address, over.length());
      boolean host = subnet.bits() != address.bits();
      return Optional.of(host ? Ipv4Prefix.of(address, 32) : subnet);
    }
    return Optional.of(network(address)).filter(network -> network.bits() == address.bits());
  }
}
