package vdcsim.network.dhcp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.stack.IpSpec;

class DhcpRefusalTest {
  private final DhcpLab lab = new DhcpLab();

  private void refused(DhcpNetworkSpec network, String sentence) {
    lab.server("srv", "10.0.0.1/24", network);
    assertThatThrownBy(() -> lab.run(0)).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
  }

  private static DhcpNetworkSpec gateway(String gateway) {
    return new DhcpNetworkSpec(
        DhcpLab.POOL, Optional.empty(), Optional.of(gateway), Optional.empty(), Map.of());
  }

  @Test
  void aPoolOutsideTheServersNetworks() {
    refused(
        DhcpLab.network("10.9.0.100-10.9.0.199", 60),
        "the pool 10.9.0.100-10.9.0.199 lies in none of the networks of 'srv' (10.0.0.0/24)");
  }

  @Test
  void aPoolThatReachesBeyondItsNetwork() {
    refused(
        DhcpLab.network("10.1.0.200-10.1.1.5", 60, Optional.of("10.1.0.0/24"), Map.of()),
        "the pool 10.1.0.200-10.1.1.5 is not in the network 10.1.0.0/24");
  }

  @Test
  void aPoolThatHoldsTheServer() {
    refused(
        DhcpLab.network("10.0.0.1-10.0.0.9", 60),
        "the pool 10.0.0.1-10.0.0.9 holds the server's own address, 10.0.0.1");
  }

  @Test
  void aPoolThatHoldsTheBroadcastAddress() {
    refused(DhcpLab.network("10.0.0.200-10.0.0.255", 60), "the broadcast address, 10.0.0.255");
  }

  @Test
  void aPoolLargerThanItsNetwork() {
    // 254 addresses for stations, and one is the server's.
    refused(
        DhcpLab.network("254", 60), "the network 10.0.0.0/24 has 253 free addresses, fewer than");
  }

  @Test
  void aGatewayOutsideTheNetwork() {
    refused(gateway("10.1.0.1"), "the gateway 10.1.0.1 is not in the network 10.0.0.0/24");
  }

  @Test
  void aFixedAddressOutsideTheNetworkOrOfNobody() {
    refused(
        DhcpLab.network(DhcpLab.POOL, 60, Optional.empty(), Map.of("srv", "10.7.0.1")),
        "the address of 'srv', 10.7.0.1 is not in the network 10.0.0.0/24");
    DhcpLab other = new DhcpLab();
    other.server(
        "srv",
        "10.0.0.1/24",
        DhcpLab.network(DhcpLab.POOL, 60, Optional.empty(), Map.of("nobody", "10.0.0.7")));
    assertThatThrownBy(() -> other.run(0)).hasMessageContaining("no host named 'nobody'");
  }

  @Test
  void aServerThatIsARelayAsWell() {
    lab.router("r1", "10.0.0.1/24");
    lab.serve("r1", DhcpLab.network(DhcpLab.POOL, 60));
    lab.relay("r1", "10.9.0.1");
    assertThatThrownBy(() -> lab.run(0))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("a machine is a DHCP server or a relay, not both");
  }

  @Test
  void textsThatSayNoPoolAndNoLease() {
    assertThatThrownBy(() -> DhcpLab.network("many", 60))
        .hasMessageContaining("a pool reads as '10.0.0.100-10.0.0.199'");
    assertThatThrownBy(() -> DhcpLab.network("10.0.0.9-10.0.0.1", 60))
        .hasMessageContaining("from its first to its last address");
    assertThatThrownBy(() -> DhcpLab.network(DhcpLab.POOL, 7))
        .hasMessageContaining("from 8 s to 365 days, was 7.0 s");
    assertThatThrownBy(() -> new DhcpRelaySpec(List.of("r1")))
        .hasMessageContaining("an address reads as '10.0.0.1', was 'r1'");
  }

  @Test
  void aGatewayBesideAnAddressThatIsAskedFor() {
    assertThatThrownBy(
            () ->
                new IpSpec(
                    Optional.of("dhcp"), Map.of(), Optional.of("10.0.0.1"), List.of(), false))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is told its gateway as well; leave it out");
  }
}
