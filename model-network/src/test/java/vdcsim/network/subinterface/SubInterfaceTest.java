package vdcsim.network.subinterface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.host.Host;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.RawPayload;
import vdcsim.network.hostbridge.HostBridge;
import vdcsim.network.hostbridge.HostBridgeSpec;
import vdcsim.network.hostbridge.HostBridgesSpec;

class SubInterfaceTest {
  private final Lan lan = new Lan();
  private final List<String> heard = new ArrayList<>();

  SubInterfaceTest() {
    lan.hosts("h1", "h2");
  }

  private static SubInterfaceSpec vlan(int vlan) {
    return new SubInterfaceSpec(vlan, Optional.empty(), 0);
  }

  private void parts(String host, Map<String, SubInterfaceSpec> specs) {
    lan.connect(SubInterface.make(host, new SubInterfacesSpec(specs), lan.world()));
  }

  private EthernetPort card(String host, String name) {
    return lan.world().find(host, Host.class).orElseThrow().find("", name);
  }

  /** Notes what arrives at a card: its name, and the tags that frames have there. */
  private void listen(String host, String name) {
    EthernetPort port = card(host, name);
    port.onReceive(
        (at, frame) -> heard.add(name + " " + frame.tags().stream().map(VlanTag::vlan).toList()));
  }

  private void send(EthernetPort from, VlanTag... tags) {
    MacAddress all = MacAddress.BROADCAST;
    from.send(new Frame(all, from.address(), List.of(tags), new RawPayload(46), 0));
    lan.runUntil(1e-3 + lan.simulation().now() / 1e9);
  }

  @Test
  void whatItSendsHasTheTagAndFourBytesMore() {
    parts("h1", Map.of("eth0.10", vlan(10)));
    lan.links("h1 -- h2");
    lan.listen("h2");
    send(card("h1", "eth0.10"));
    assertThat(lan.heard("h2").get(0).tags()).containsExactly(VlanTag.of(10));
    assertThat(lan.heard("h2").get(0).length()).isEqualTo(14 + 4 + 46 + 4);
    assertThat(lan.metric("h1.eth0.10.sent-bytes")).isEqualTo(64);
    assertThat(lan.metric("h1.eth0.sent-bytes")).isEqualTo(68);
  }

  @Test
  void framesGoToTheSubInterfaceOfTheirVlanAndOthersToTheCard() {
    Map<String, SubInterfaceSpec> specs = new LinkedHashMap<>();
    specs.put("eth0.10", vlan(10));
    specs.put("guests", new SubInterfaceSpec(20, Optional.of("eth0"), 3));
    parts("h1", specs);
    lan.links("h1 -- h2");
    List.of("eth0", "eth0.10", "guests").forEach(name -> listen("h1", name));
    EthernetPort from = card("h2", "eth0");
    send(from);
    send(from, VlanTag.of(10));
    send(from, VlanTag.of(20));
    send(from, VlanTag.of(30));
    assertThat(heard).containsExactly("eth0 []", "eth0.10 []", "guests []", "eth0 [30]");
  }

  @Test
  void theTagHasThePriorityThatIsSaid() {
    parts("h1", Map.of("guests", new SubInterfaceSpec(20, Optional.of("eth0"), 3)));
    lan.links("h1 -- h2");
    lan.listen("h2");
    send(card("h1", "guests"));
    assertThat(lan.heard("h2").get(0).tags())
        .containsExactly(new VlanTag(VlanTag.CUSTOMER, 3, false, 20));
  }

  @Test
  void aSubInterfaceOfASubInterfaceHasTwoTags() {
    Map<String, SubInterfaceSpec> specs = new LinkedHashMap<>();
    specs.put("eth0.10.20", vlan(20));
    specs.put("eth0.10", vlan(10));
    parts("h1", specs);
    parts("h2", Map.of("eth0.10", vlan(10)));
    lan.links("h1 -- h2");
    listen("h2", "eth0.10");
    send(card("h1", "eth0.10.20"));
    assertThat(heard).containsExactly("eth0.10 [20]");
  }

  /** Linux, __netif_receive_skb_core: the VLAN comes first, the bridge gets the rest. */
  @Test
  void aBridgeGetsWhatHasNoSubInterfaceWithItsTag() {
    parts("h1", Map.of("eth0.10", vlan(10)));
    HostBridge.make(
        "h1", new HostBridgesSpec(Map.of("br0", HostBridgeSpec.of("eth0"))), lan.world());
    lan.links("h1 -- h2");
    List.of("br0", "eth0.10").forEach(name -> listen("h1", name));
    EthernetPort from = card("h2", "eth0");
    send(from, VlanTag.of(10));
    send(from, VlanTag.of(30));
    send(from);
    assertThat(heard).containsExactly("eth0.10 []", "br0 [30]", "br0 []");
  }

  @Test
  void thatOfABridgeIsMadeWhenTheBridgeIs() {
    parts("h1", Map.of("br0.10", vlan(10)));
    HostBridge.make(
        "h1", new HostBridgesSpec(Map.of("br0", HostBridgeSpec.of("eth0"))), lan.world());
    lan.links("h1 -- h2");
    listen("h1", "br0.10");
    send(card("h2", "eth0"), VlanTag.of(10));
    assertThat(heard).containsExactly("br0.10 []");
    assertThat(card("h1", "br0.10").address()).isEqualTo(card("h1", "eth0").address());
  }

  @Test
  void itHasCarrierWhileTheCardHas() {
    parts("h1", Map.of("eth0.10", vlan(10)));
    assertThat(card("h1", "eth0.10").hasCarrier()).isFalse();
    lan.links("h1 -- h2");
    assertThat(card("h1", "eth0.10").hasCarrier()).isTrue();
    card("h2", "eth0").disable();
    assertThat(card("h1", "eth0.10").hasCarrier()).isFalse();
    send(card("h1", "eth0.10"));
    assertThat(lan.metric("h1.eth0.10.dropped-no-carrier")).isEqualTo(1);
  }

  @Test
  void wrongOnesAreRefused() {
    assertThatThrownBy(() -> vlan(4095))
        .isInstanceOf(Refusal.class)
        .hasMessage("a VLAN lies from 1 to 4094, was 4095");
    assertThatThrownBy(
            () ->
                SubInterface.make(
                        "h1", new SubInterfacesSpec(Map.of("eth9.10", vlan(10))), lan.world())
                    .connect())
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("host 'h1' has no card 'eth9'");
    parts("h1", Map.of("eth0.10", vlan(10)));
    assertThatThrownBy(
            () -> parts("h1", Map.of("again", new SubInterfaceSpec(10, Optional.of("eth0"), 0))))
        .isInstanceOf(Refusal.class)
        .hasMessage("VLAN 10 of 'h1.eth0' has a sub-interface already");
  }
}
