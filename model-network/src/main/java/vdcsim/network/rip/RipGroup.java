package vdcsim.network.rip;

import vdcsim.network.ip.Ipv4Address;

/** Whom messages of version 2 are for (RFC 2453, 4.5). */
final class RipGroup {
  /** All routers of a network that speak version 2. */
  static final Ipv4Address ADDRESS = Ipv4Address.parse("224.0.0.9");

  /** The group is that of one network (Linux, IP_MULTICAST_TTL). */
  static final int TIME_TO_LIVE = 1;

  private RipGroup() {}
}
