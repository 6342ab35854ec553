package vdcsim.network.dhcp;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Interface;

/**
 * What a client was lent. Times are from the start of the run, in nanoseconds.
 *
 * @param renewNs T1
 * @param rebindNs T2
 */
record Lease(
    Ipv4Interface address,
    Ipv4Address server,
    Optional<Ipv4Address> gateway,
    long renewNs,
    long rebindNs,
    long endNs) {
  private static final long SECOND_NS = 1_000_000_000L;

  /** An offer that says no time ends soon, so that nobody is left with it. */
  private static final long DEFAULT_S = 3600;

  /**
   * The lease of an answer. It runs from when the client asked, not from the answer (RFC 2131,
   * 4.4.5); T1 is a half of it and T2 seven eighths, unless the server says otherwise.
   */
  static Lease of(DhcpMessage ack, long askedNs) {
    long seconds = ack.number(Option.LEASE_TIME).orElse(DEFAULT_S);
    int length = ack.number(Option.SUBNET_MASK).map(Long::bitCount).orElse(32);
    return new Lease(
        new Ipv4Interface(ack.yours(), length),
        ack.address(Option.SERVER_IDENTIFIER).orElse(Ipv4Address.UNSPECIFIED),
        ack.address(Option.ROUTER),
        askedNs + ack.number(Option.RENEWAL_TIME).orElse(seconds / 2) * SECOND_NS,
        askedNs + ack.number(Option.REBINDING_TIME).orElse(seconds * 7 / 8) * SECOND_NS,
        askedNs + seconds * SECOND_NS);
  }
}
