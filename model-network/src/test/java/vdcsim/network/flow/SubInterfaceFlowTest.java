package vdcsim.network.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.subinterface.SubInterface;
import vdcsim.network.subinterface.SubInterfaceSpec;
import vdcsim.network.subinterface.SubInterfacesSpec;

class SubInterfaceFlowTest {
  private final FlowNet net = new FlowNet();

  private void host(String name, String vlan, String address) {
    SubInterfaceSpec spec = new SubInterfaceSpec(Integer.parseInt(vlan), Optional.of("eth0"), 0);
    SubInterface.make(name, new SubInterfacesSpec(Map.of("part", spec)), net.lan.world());
    net.lan.address(
        name,
        new IpSpec(Optional.empty(), Map.of("part", address), Optional.empty(), List.of(), false));
  }

  @Test
  void aFlowOverASubInterfaceHasATagOnEachFrame() {
    net.lan.hosts("h1", "h2");
    host("h1", "10", "192.168.10.1/24");
    host("h2", "10", "192.168.10.2/24");
    net.link("h1 -- h2", 1000, 0);
    net.begin("h1", Ipv4Address.parse("192.168.10.2"), 1000 * 1448);
    net.lan.runUntil(1);
    // ARP (576 ns) and a segment of 90 bytes with the tag (720 ns), there and back; then 1000
    // frames of 1542 bytes, but for the gap of the last.
    assertThat(net.told)
        .containsExactly("h1 completed " + (2 * 576 + 2 * 720 + 1000 * 12_336 - 96));
  }

  @Test
  void aFlowFindsNoWayIntoAnotherVlan() {
    net.lan.hosts("h1", "h2");
    host("h1", "10", "192.168.10.1/24");
    host("h2", "20", "192.168.10.2/24");
    net.link("h1 -- h2", 1000, 0);
    net.begin("h1", Ipv4Address.parse("192.168.10.2"), 1000 * 1448);
    net.lan.runUntil(1);
    assertThat(net.told).noneMatch(what -> what.contains("completed"));
  }
}
