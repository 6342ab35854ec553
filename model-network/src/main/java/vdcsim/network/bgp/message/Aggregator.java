package vdcsim.network.bgp.message;

import vdcsim.network.ip.Ipv4Address;

/** Who formed an aggregate (RFC 4271, 5.1.7). */
public record Aggregator(long asn, Ipv4Address routerId) {
  @Override
  public String toString() {
    return asn + " " + routerId;
  }
}
