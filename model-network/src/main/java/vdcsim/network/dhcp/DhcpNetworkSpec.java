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
    @Key(value = "How long an address of it is lent; else the server's.", example = "10 min")
        Optional<Duration> lease,
    @Key(
            value = "Addresses that belong to one host each, by host or card.",
            example = "{ h1: 10.0.0.10 }")
        Map<String, String> hosts) {

  public DhcpNetworkSpec {
    hosts = new LinkedHashMap<>(hosts);
    checked("pool", () -> AddressRange.check(pool));
    network.ifPresent(text -> checked("network", () -> Ipv4Prefix.parse(text)));
    gateway.ifPresent(text -> checked("gateway", () -> Ipv4Address.parse(text)));
    hosts.values().forEach(text -> checked("hosts", () -> Ipv4Address.parse(text)));
    lease.ifPresent(DhcpServerSpec::checkLease);
  }

  private static void checked(String key, Runnable parse) {
    try {
      parse.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(key, e.getMessage());
    }
  }
}
