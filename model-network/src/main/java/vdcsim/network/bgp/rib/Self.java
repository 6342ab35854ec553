package vdcsim.network.bgp.rib;

import vdcsim.network.ip.Ipv4Address;

/** The speaker itself. */
record Self(long asn, Ipv4Address routerId) implements Peering {
  @Override
  public boolean isExternal() {
    return false;
  }

  @Override
  public Ipv4Address address() {
    return new Ipv4Address(0);
  }
}
