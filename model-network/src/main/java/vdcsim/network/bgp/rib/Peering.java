package vdcsim.network.bgp.rib;

import vdcsim.network.ip.Ipv4Address;

/** The neighbour that a path came from, as far as the decision asks. */
public interface Peering {
  /** Its autonomous system. */
  long asn();

  /** Whether that is another one than the speaker's own. */
  boolean isExternal();

  /** Its address in the session. */
  Ipv4Address address();

  /** Its BGP identifier. */
  Ipv4Address routerId();

  /** The speaker itself, for paths that start at it. */
  static Peering self(long asn, Ipv4Address routerId) {
    return new Self(asn, routerId);
  }
}
