package vdcsim.network.dhcp;

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
        List<DhcpNetworkSpec> networks) {
  public DhcpServerSpec {
    networks = List.copyOf(networks);
    if (networks.isEmpty()) {
      throw new Refusal("networks", "a server lends addresses of one network at least");
    }
  }
}
