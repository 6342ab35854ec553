package vdcsim.network.dhcp;

import java.time.Duration;
import java.util.List;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the DHCP server of a machine. */
@Doc("A DHCP server: the addresses that it lends, network by network.")
@Shorthand("networks")
public record DhcpServerSpec(
    @Key(
            value = "What it lends in each network.",
            example = "[{ pool: 10.0.0.100-10.0.0.199, gateway: 10.0.0.254 }]")
        List<DhcpNetworkSpec> networks,
    @Key(
            value = "How long an address is lent, in whole seconds.",
            fallback = "1 h",
            source = "dnsmasq, --dhcp-range",
            example = "10 min")
        Duration lease) {
  /** T1 and T2 of a shorter lease would fall together. */
  private static final Duration LEAST = Duration.ofSeconds(8);

  /** All ones of its 32 bits would mean for ever. */
  private static final Duration MOST = Duration.ofDays(365);

  public DhcpServerSpec {
    networks = List.copyOf(networks);
    checkLease(lease);
    if (networks.isEmpty()) {
      throw new Refusal("networks", "a server lends addresses of one network at least");
    }
  }

  static void checkLease(Duration lease) {
    if (lease.compareTo(LEAST) < 0
        || lease.compareTo(MOST) > 0
        || lease.toNanos() % 1_000_000_000L != 0) {
      throw new Refusal(
          "lease",
          "a lease lasts whole seconds, from 8 s to 365 days, was "
              + lease.toMillis() / 1000.0
              + " s");
    }
  }
}
