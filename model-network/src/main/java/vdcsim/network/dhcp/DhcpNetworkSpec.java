package vdcsim.network.dhcp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/** What a scenario says about the addresses that a server lends in one network. */
@Doc("The addresses of a network that a DHCP server lends.")
@Shorthand("pool")
public record DhcpNetworkSpec(
    @Key(
            value = "The addresses: from the first to the last, or how many of the network's.",
            example = "10.0.0.100-10.0.0.199")
        String pool,
    @Key(
            value = "The network, where it is none of the server's own: a relay leads there.",
            example = "10.1.0.0/24")
        Optional<String> network,
    @Key(
            value =
                "The gateway that clients are told; without it the server if it forwards, or the"
                    + " relay.",
            source = "dnsmasq, the default of option 3",
            example = "10.0.0.254")
        Optional<String> gateway,
    @Key(
            value = "How long an address is lent, in whole seconds.",
            fallback = "1 h",
            source = "dnsmasq, --dhcp-range",
            example = "10 min")
        Duration lease,
    @Key(
            value = "Addresses that belong to one host each, by host or card.",
            example = "{ h1: 10.0.0.10 }")
        Map<String, String> hosts) {

  /** T1 and T2 of a shorter lease would fall together. */
  private static final Duration LEAST = Duration.ofSeconds(8);

  /** 32 bits of seconds; all ones would mean for ever. */
  private static final Duration MOST = Duration.ofDays(365);

  public DhcpNetworkSpec {
    hosts = new LinkedHashMap<>(hosts);
    checked("pool", () -> AddressRange.check(pool));
    network.ifPresent(text -> checked("network", () -> Ipv4Prefix.parse(text)));
    gateway.ifPresent(text -> checked("gateway", () -> Ipv4Address.parse(text)));
    hosts.values().forEach(text -> checked("hosts", () -> Ipv4Address.parse(text)));
    if (lease.compareTo(LEAST) < 0 || lease.compareTo(MOST) > 0 || lease.getNano() != 0) {
      throw new Refusal("lease", "a lease lasts whole seconds, from 8 s to 365 days, was " + lease);
    }
  }

  private static void checked(String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }
}
