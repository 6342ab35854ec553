package vdcsim.network.ospf.spf;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * Link state IDs of networks that one router announces (RFC 2328, appendix E): a network's own
 * address; where networks of different size begin at one address, the largest has that, and the
 * others their last address. A host has no other address than its own and keeps it.
 */
public final class LinkStateIds {
  private LinkStateIds() {}

  /** An ID for each network, no two the same. */
  public static Map<Ipv4Prefix, Ipv4Address> of(Collection<Ipv4Prefix> networks) {
    TreeSet<Ipv4Prefix> sorted = new TreeSet<>(networks);
    Map<Ipv4Prefix, Ipv4Address> ids = new TreeMap<>();
    TreeSet<Ipv4Address> taken = new TreeSet<>();
    for (Ipv4Prefix network : sorted) {
      if (network.length() == 32) {
        taken.add(network.address());
        ids.put(network, network.address());
      }
    }
    for (Ipv4Prefix network : sorted) {
      if (network.length() < 32) {
        Ipv4Address id =
            taken.add(network.address()) ? network.address() : lastFree(network, taken);
        ids.put(network, id);
      }
    }
    return ids;
  }

  /** The last address of a network that no other one has; hosts may have some. */
  private static Ipv4Address lastFree(Ipv4Prefix network, SortedSet<Ipv4Address> taken) {
    int bits = network.broadcast().bits();
    while (!taken.add(new Ipv4Address(bits))) {
      bits--;
    }
    return new Ipv4Address(bits);
  }
}
