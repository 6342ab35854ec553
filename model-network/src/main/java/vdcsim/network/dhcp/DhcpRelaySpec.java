package vdcsim.network.dhcp;

import java.util.List;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.ip.Ipv4Address;

/** What a scenario says about the relay agent of a router. */
@Doc("A relay agent: it carries the questions of DHCP clients to servers in other networks.")
@Shorthand("servers")
public record DhcpRelaySpec(
    @Key(value = "The addresses of the servers.", example = "[10.0.0.2]") List<String> servers) {
  public DhcpRelaySpec {
    servers = List.copyOf(servers);
    if (servers.isEmpty()) {
      throw new Refusal("servers", "a relay needs the address of one server at least");
    }
    for (String server : servers) {
      try {
        Ipv4Address.parse(server);
      } catch (IllegalArgumentException e) {
        throw new Refusal("servers", e.getMessage());
      }
    }
  }

  List<Ipv4Address> addresses() {
    return servers.stream().map(Ipv4Address::parse).toList();
  }
}
