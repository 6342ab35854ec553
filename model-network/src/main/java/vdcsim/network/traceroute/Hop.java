package vdcsim.network.traceroute;

import java.util.LinkedHashSet;
import java.util.Set;
import vdcsim.network.ip.Ipv4Address;

/** What came back at one time to live. */
final class Hop {
  private final Set<Ipv4Address> addresses = new LinkedHashSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private long sumNs;
  private long leastNs = Long.MAX_VALUE;
  private int answered;
  private int lost;

  void answer(Ipv4Address from, long roundTripNs, String remark) {
    addresses.add(from);
    answered++;
    sumNs += roundTripNs;
    leastNs = Math.min(leastNs, roundTripNs);
    if (!remark.isEmpty()) {
      remarks.add(remark);
    }
  }

  void lose() {
    lost++;
  }

  int probes() {
    return answered + lost;
  }

  int answered() {
    return answered;
  }

  int lost() {
    return lost;
  }

  /** Who answered, in the order of the first answers. */
  Set<Ipv4Address> addresses() {
    return addresses;
  }

  /** What else was told, as {@code host unreachable}. */
  String remark() {
    return String.join(", ", remarks);
  }

  /** The shortest round-trip time; only where something was answered. */
  long leastNs() {
    return leastNs;
  }

  double meanNs() {
    return (double) sumNs / answered;
  }
}
