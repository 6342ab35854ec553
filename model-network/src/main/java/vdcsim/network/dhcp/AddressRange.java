package vdcsim.network.dhcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** Addresses in a row, both ends among them. */
record AddressRange(Ipv4Address first, Ipv4Address last) {
  /** As many as a network of 16 bits has. */
  private static final int MOST = 1 << 16;

  AddressRange {
    long size = (last.bits() & 0xFFFF_FFFFL) - (first.bits() & 0xFFFF_FFFFL) + 1;
    if (size < 1 || size > MOST) {
      throw new IllegalArgumentException(
          "a pool goes from its first to its last address and holds at most %d, was %s-%s"
              .formatted(MOST, first, last));
    }
  }

  static boolean isCount(String text) {
    return text.strip().matches("\\d{1,5}");
  }

  /**
   * Reads {@code 10.0.0.100-10.0.0.199}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static AddressRange parse(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(
          "a pool reads as '10.0.0.100-10.0.0.199', or as a number of addresses, was '"
              + text
              + "'");
    }
    return new AddressRange(Ipv4Address.parse(ends[0]), Ipv4Address.parse(ends[1]));
  }

  static void check(String pool) {
    if (!isCount(pool)) {
      parse(pool);
    } else if (Integer.parseInt(pool.strip()) == 0) {
      throw new IllegalArgumentException("a pool holds at least 1 address");
    }
  }

  boolean contains(Ipv4Address address) {
    return address.compareTo(first) >= 0 && address.compareTo(last) <= 0;
  }

  boolean isWithin(Ipv4Prefix network) {
    return network.contains(first) && network.contains(last);
  }

  List<Ipv4Address> addresses() {
    List<Ipv4Address> all = new ArrayList<>();
    for (int bits = first.bits(); ; bits++) {
      all.add(new Ipv4Address(bits));
      if (bits == last.bits()) {
        return all;
      }
    }
  }

  /** The first addresses of a network for stations that nobody has: fewer, if it is too small. */
  static List<Ipv4Address> first(int count, Ipv4Prefix network, Set<Ipv4Address> taken) {
    List<Ipv4Address> found = new ArrayList<>();
    Ipv4Address last = network.broadcast();
    for (int bits = network.bits() + 1; bits != last.bits() && found.size() < count; bits++) {
      Ipv4Address next = new Ipv4Address(bits);
      if (!taken.contains(next)) {
        found.add(next);
      }
    }
    return found;
  }
}
