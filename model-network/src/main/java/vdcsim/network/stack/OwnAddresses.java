package vdcsim.network.stack;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.network.ip.Ipv4Address;

/** The addresses at which a machine takes packets in, over whatever card (RFC 1122, 3.3.4.2). */
final class OwnAddresses {
  /** The bits of all, sorted: looked at twice for every packet. */
  private int[] all = {};

  private final Set<Ipv4Address> loopbacks = new TreeSet<>();

  void addCard(Ipv4Address address) {
    if (!contains(address)) {
      all = Arrays.copyOf(all, all.length + 1);
      all[all.length - 1] = address.bits();
      Arrays.sort(all);
    }
  }

  void removeCard(Ipv4Address address) {
    if (!loopbacks.contains(address)) {
      all = Arrays.stream(all).filter(bits -> bits != address.bits()).toArray();
    }
  }

  void addLoopback(Ipv4Address address) {
    addCard(address);
    loopbacks.add(address);
  }

  boolean contains(Ipv4Address address) {
    return Arrays.binarySearch(all, address.bits()) >= 0 || isLoopback(address);
  }

  /** 127.0.0.0/8 never leaves a machine (RFC 1122, 3.2.1.3). */
  static boolean isLoopback(Ipv4Address address) {
    return address.bits() >>> 24 == 127;
  }

  Set<Ipv4Address> loopbacks() {
    return Collections.unmodifiableSet(loopbacks);
  }
}
