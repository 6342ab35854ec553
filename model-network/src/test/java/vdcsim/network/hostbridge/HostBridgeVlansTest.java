package vdcsim.network.hostbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.RawPayload;
import vdcsim.network.bridge.BroadcastDomain;
import vdcsim.network.vlan.PortVlanSpec;
import vdcsim.network.vlan.SetVlan;
import vdcsim.network.vlan.VlanSpec;

class HostBridgeVlansTest {
  private final Lan lan = new Lan();

  HostBridgeVlansTest() {
    lan.hosts("h1", "h2");
  }

  private static PortVlanSpec port(Optional<Integer> access, String... trunk) {
    return new PortVlanSpec(
        access,
        List.of(trunk),
        Optional.empty(),
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private HostBridge bridge(String host, Map<String, PortVlanSpec> ports) {
    VlanSpec vlans = new VlanSpec(ports, VlanSpec.Learning.INDEPENDENT);
    HostBridgeSpec spec = HostBridgeSpec.of("eth0").sorted(vlans);
    HostBridge.make(host, new HostBridgesSpec(Map.of("br0", spec)), lan.world()).connect();
    return HostBridge.require("", host, "br0", lan.world());
  }

  private static Map<String, PortVlanSpec> trunkAndGuests() {
    Map<String, PortVlanSpec> ports = new LinkedHashMap<>();
    ports.put("eth0", port(Optional.empty(), "10", "20"));
    ports.put("host", port(Optional.of(20)));
    return ports;
  }

  private static DeviceEnd tap(HostBridge bridge, String label, int vlan) {
    DeviceEnd end = bridge.tap(label, port(Optional.of(vlan)));
    end.carrier(true);
    return end;
  }

  private void say(DeviceEnd tap) {
    MacAddress all = MacAddress.BROADCAST;
    tap.deliver(new Frame(all, new MacAddress(0x0200_0000_0099L), new RawPayload(46), 0));
    lan.runUntil(1e-3 + lan.simulation().now() / 1e9);
  }

  @Test
  void aTapIsInItsVlanAndTheTrunkHasTheTag() {
    HostBridge bridge = bridge("h1", trunkAndGuests());
    lan.links("h1 -- h2");
    lan.listen("h2");
    DeviceEnd a = tap(bridge, "a.eth0", 10);
    DeviceEnd b = tap(bridge, "b.eth0", 10);
    DeviceEnd c = tap(bridge, "c.eth0", 20);
    say(a);
    assertThat(b.waiting()).isEqualTo(1);
    assertThat(b.first().tags()).isEmpty();
    assertThat(c.waiting()).isZero();
    assertThat(lan.heard("h2").get(0).tags()).containsExactly(VlanTag.of(10));
    assertThat(lan.metric("h1.br0.received")).isZero();
    say(c);
    assertThat(b.waiting()).isEqualTo(1);
    assertThat(lan.heard("h2").get(1).tags()).containsExactly(VlanTag.of(20));
    assertThat(lan.metric("h1.br0.received")).isEqualTo(1);
  }

  /** Linux, vlan_default_pvid: a port of which nothing is said takes VLAN 1, with its tag too. */
  @Test
  void aPortThatIsNotNamedIsInVlanOne() {
    HostBridge bridge = bridge("h1", Map.of());
    DeviceEnd a = bridge.tap("a.eth0");
    DeviceEnd b = bridge.tap("b.eth0");
    a.carrier(true);
    b.carrier(true);
    say(a);
    assertThat(b.waiting()).isEqualTo(1);
    MacAddress all = MacAddress.BROADCAST;
    a.deliver(new Frame(all, a.port().address(), List.of(VlanTag.of(1)), new RawPayload(46), 0));
    assertThat(b.waiting()).isEqualTo(2);
    a.deliver(new Frame(all, a.port().address(), List.of(VlanTag.of(7)), new RawPayload(46), 0));
    assertThat(b.waiting()).isEqualTo(2);
    assertThat(lan.metric("h1.br0.refused-vlan")).isEqualTo(1);
  }

  @Test
  void thePortOfATapGetsOtherVlansAtRunTime() {
    HostBridge bridge = bridge("h1", trunkAndGuests());
    DeviceEnd a = tap(bridge, "a.eth0", 10);
    DeviceEnd b = tap(bridge, "b.eth0", 20);
    say(a);
    assertThat(b.waiting()).isZero();
    SetVlan.plan(new SetVlan("h1.br0.a.eth0", port(Optional.of(20))), lan.world()).run();
    say(a);
    assertThat(b.waiting()).isEqualTo(1);
  }

  @Test
  void anAddressCanBeInTheSameVlanOfAnotherHostAndInNoOther() {
    HostBridge here = bridge("h1", trunkAndGuests());
    HostBridge there = bridge("h2", Map.of("eth0", port(Optional.of(10))));
    lan.links("h1 -- h2");
    DeviceEnd a = tap(here, "a.eth0", 10);
    DeviceEnd c = tap(here, "c.eth0", 20);
    // The trunk tags VLAN 10, and the access port over there refuses tags.
    assertThat(BroadcastDomain.reaches(a.port(), there.bridge())).isFalse();
    assertThat(BroadcastDomain.isJoined(c.port(), there.bridge())).isTrue();
  }

  @Test
  void portsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> bridge("h1", Map.of("eth9", port(Optional.of(10)))))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("bridge 'h1.br0' has no port 'eth9'");
    HostBridge.make("h2", new HostBridgesSpec(Map.of("br0", HostBridgeSpec.of())), lan.world());
    HostBridge plain = HostBridge.require("", "h2", "br0", lan.world());
    assertThatThrownBy(() -> plain.tap("a.eth0", port(Optional.of(10))))
        .isInstanceOf(Refusal.class)
        .hasMessage("bridge 'h2.br0' looks at no tags; give it 'vlans'");
  }
}
