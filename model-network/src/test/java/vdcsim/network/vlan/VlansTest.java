package vdcsim.network.vlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.RawPayload;

class VlansTest {
  private final Lan lan = new Lan();

  private static PortVlanSpec access(int vlan) {
    return port(Optional.of(vlan), List.of(), Optional.empty(), false, Optional.empty());
  }

  private static PortVlanSpec trunk(Optional<Integer> own, String... vlans) {
    return port(Optional.empty(), List.of(vlans), own, false, Optional.empty());
  }

  private static PortVlanSpec port(
      Optional<Integer> access,
      List<String> trunk,
      Optional<Integer> own,
      boolean tagNative,
      Optional<PortVlanSpec.Accepted> accept) {
    return new PortVlanSpec(
        access, trunk, own, tagNative, List.of(), List.of(), Optional.empty(), accept, 0);
  }

  /** Hosts h1 to h4 at a switch, or at two, whose ports have these VLANs. */
  private void vlans(String bridge, VlanSpec.Learning learning, PortVlanSpec... ports) {
    Map<String, PortVlanSpec> byName = new LinkedHashMap<>();
    for (PortVlanSpec port : ports) {
      byName.put("p" + (byName.size() + 1), port);
    }
    Vlans.make(bridge, new VlanSpec(byName, learning), lan.world());
  }

  private void oneSwitch(PortVlanSpec... ports) {
    lan.hosts("h1", "h2", "h3", "h4");
    lan.bridge("s1");
    lan.links("h1 -- s1", "h2 -- s1", "h3 -- s1", "h4 -- s1");
    lan.listen("h1", "h2", "h3", "h4");
    vlans("s1", VlanSpec.Learning.INDEPENDENT, ports);
  }

  private void send(String from, MacAddress to, VlanTag... tags) {
    lan.send(from, new Frame(to, lan.mac(from), List.of(tags), new RawPayload(46), 0));
  }

  private List<List<Integer>> tagsHeard(String host) {
    return lan.heard(host).stream()
        .map(frame -> frame.tags().stream().map(VlanTag::vlan).toList())
        .toList();
  }

  @Test
  void aBroadcastStaysInItsVlanAndIsTaggedOnTheTrunk() {
    oneSwitch(access(10), access(10), access(20), trunk(Optional.empty(), "10", "20"));
    send("h1", MacAddress.BROADCAST);
    assertThat(tagsHeard("h2")).containsExactly(List.of());
    assertThat(tagsHeard("h3")).isEmpty();
    assertThat(tagsHeard("h4")).containsExactly(List.of(10));
    assertThat(lan.heard("h4").get(0).length()).isEqualTo(68);
  }

  @Test
  void anAccessPortRefusesTagsEvenItsOwnButTakesAPriorityTag() {
    oneSwitch(access(10), access(10), access(10), trunk(Optional.empty(), "all"));
    send("h1", MacAddress.BROADCAST, VlanTag.of(10));
    assertThat(lan.heard("h2")).isEmpty();
    assertThat(lan.metric("s1.refused-vlan")).isEqualTo(1);
    send("h1", MacAddress.BROADCAST, new VlanTag(VlanTag.CUSTOMER, 5, false, 0));
    assertThat(tagsHeard("h2")).containsExactly(List.of());
    assertThat(lan.heard("h4").get(0).tags())
        .containsExactly(new VlanTag(VlanTag.CUSTOMER, 5, false, 10));
  }

  @Test
  void aTrunkDropsVlansThatItDoesNotCarryOnArrival() {
    oneSwitch(access(10), access(20), access(30), trunk(Optional.empty(), "10", "20"));
    send("h4", MacAddress.BROADCAST, VlanTag.of(30));
    send("h4", MacAddress.BROADCAST);
    assertThat(lan.metric("s1.refused-vlan")).isEqualTo(2);
    send("h4", MacAddress.BROADCAST, VlanTag.of(20));
    assertThat(tagsHeard("h2")).containsExactly(List.of());
    assertThat(lan.heard("h1")).isEmpty();
  }

  @Test
  void aDoubleTagHopsOverANativeTrunk() {
    oneSwitch(
        trunk(Optional.of(10), "10"), access(20), access(10), trunk(Optional.of(10), "10", "20"));
    send("h1", MacAddress.BROADCAST, VlanTag.of(10), VlanTag.of(20));
    // The outer tag is gone, and what is left names VLAN 20 to the next switch.
    assertThat(tagsHeard("h4")).containsExactly(List.of(20));
    assertThat(tagsHeard("h3")).containsExactly(List.of(20));
    assertThat(lan.heard("h2")).isEmpty();
  }

  @Test
  void aTaggedNativeVlanStopsTheDoubleTag() {
    oneSwitch(
        trunk(Optional.of(10), "10"),
        access(20),
        access(10),
        port(Optional.empty(), List.of("10", "20"), Optional.of(10), true, Optional.empty()));
    send("h1", MacAddress.BROADCAST, VlanTag.of(10), VlanTag.of(20));
    assertThat(tagsHeard("h4")).containsExactly(List.of(10, 20));
  }

  @Test
  void independentVlansLearnOneAddressAtTwoPortsSharedOnesMoveIt() {
    oneSwitch(access(10), access(20), access(10), access(20));
    MacAddress twin = MacAddress.parse("02:00:00:00:99:99");
    lan.send("h1", new Frame(MacAddress.BROADCAST, twin, new RawPayload(46), 0));
    lan.send("h2", new Frame(MacAddress.BROADCAST, twin, new RawPayload(46), 0));
    assertThat(lan.metric("s1.moves")).isZero();
    assertThat(lan.metric("s1.learned-addresses")).isEqualTo(2);
    send("h3", twin);
    assertThat(lan.heard("h1")).hasSize(1);
  }

  @Test
  void sharedVlansForgetWhereAnAddressWasBefore() {
    lan.hosts("h1", "h2", "h3");
    lan.bridge("s1");
    lan.links("h1 -- s1", "h2 -- s1", "h3 -- s1");
    lan.listen("h1", "h2", "h3");
    vlans("s1", VlanSpec.Learning.SHARED, access(10), access(20), access(10));
    MacAddress twin = MacAddress.parse("02:00:00:00:99:99");
    lan.send("h1", new Frame(MacAddress.BROADCAST, twin, new RawPayload(46), 0));
    lan.send("h2", new Frame(MacAddress.BROADCAST, twin, new RawPayload(46), 0));
    assertThat(lan.metric("s1.moves")).isEqualTo(1);
    send("h3", twin);
    assertThat(lan.heard("h1")).isEmpty();
    assertThat(lan.metric("s1.filtered")).isEqualTo(1 + 1);
  }

  @Test
  void aPortWithoutAFormIsRefused() {
    assertThatThrownBy(
            () -> port(Optional.of(10), List.of("20"), Optional.empty(), false, Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("a port is either 'access', or 'trunk', or hybrid");
    assertThatThrownBy(() -> access(4095)).hasMessage("a VLAN lies from 1 to 4094, was 4095");
  }
}
