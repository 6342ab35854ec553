package vdcsim.network.macvlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vdcsim.network.macvlan.MacvlanMode.BRIDGE;
import static vdcsim.network.macvlan.MacvlanMode.PASSTHRU;
import static vdcsim.network.macvlan.MacvlanMode.PRIVATE;
import static vdcsim.network.macvlan.MacvlanMode.VEPA;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.RawPayload;
import vdcsim.network.bridge.BridgeSpec;
import vdcsim.network.bridge.Switching;
import vdcsim.network.hostbridge.HostBridge;
import vdcsim.network.hostbridge.HostBridgeSpec;
import vdcsim.network.hostbridge.HostBridgesSpec;
import vdcsim.network.subinterface.SubInterface;
import vdcsim.network.subinterface.SubInterfaceSpec;
import vdcsim.network.subinterface.SubInterfacesSpec;

/** Machines a and b share card eth0 of h1, which has a cable to a switch; so has h2. */
class MacvlanTest {
  private static final MacAddress A = new MacAddress(0x0200_0000_00AAL);
  private static final MacAddress B = new MacAddress(0x0200_0000_00BBL);

  private final Lan lan = new Lan();

  private void net(String... hairpin) {
    lan.hosts("h1", "h2");
    lan.bridge(
        "s1",
        new BridgeSpec(
            8,
            Duration.ofMinutes(5),
            100,
            1000,
            Duration.ZERO,
            1500,
            Optional.empty(),
            Switching.STORE_AND_FORWARD,
            List.of(hairpin)));
    lan.links("h1 -- s1.p1", "h2 -- s1.p2");
    lan.listen("h1", "h2");
  }

  private DeviceEnd tap(String label, MacAddress address, MacvlanMode mode) {
    return tap("eth0", label, address, mode);
  }

  private DeviceEnd tap(String card, String label, MacAddress address, MacvlanMode mode) {
    DeviceEnd end =
        Macvlan.of("attach", "h1", card, lan.world())
            .tap(label, address, new MacvtapSpec(mode, 700, false));
    end.carrier(true);
    return end;
  }

  private void say(DeviceEnd from, MacAddress source, MacAddress to) {
    from.deliver(new Frame(to, source, new RawPayload(46), 0));
    lan.runUntil(1e-3 + lan.simulation().now() / 1e9);
  }

  /** Both speak, so that the switch has learned where they are. */
  private DeviceEnd[] pair(MacvlanMode first, MacvlanMode second) {
    DeviceEnd a = tap("a.eth0", A, first);
    DeviceEnd b = tap("b.eth0", B, second);
    say(a, A, lan.mac("h2"));
    say(b, B, lan.mac("h2"));
    lan.heard("h2").clear();
    return new DeviceEnd[] {a, b};
  }

  private double onTheWire() {
    return lan.metric("h1.eth0.sent");
  }

  @Test
  void inModeBridgeTheyReachEachOtherAndTheCableSeesNothing() {
    net();
    DeviceEnd[] ends = pair(BRIDGE, BRIDGE);
    say(ends[0], A, B);
    assertThat(ends[1].waiting()).isEqualTo(1);
    assertThat(onTheWire()).isEqualTo(2);
    say(ends[0], A, MacAddress.BROADCAST);
    assertThat(ends[1].waiting()).isEqualTo(2);
    assertThat(ends[0].waiting()).isZero();
    assertThat(lan.heard("h2")).hasSize(1);
    assertThat(onTheWire()).isEqualTo(3);
  }

  @Test
  void inModeVepaTheSwitchDecidesWhetherTheyReachEachOther() {
    net();
    DeviceEnd[] ends = pair(VEPA, VEPA);
    say(ends[0], A, B);
    say(ends[0], A, MacAddress.BROADCAST);
    assertThat(ends[1].waiting()).isZero();
    assertThat(onTheWire()).isEqualTo(4);
    assertThat(lan.metric("s1.filtered")).isEqualTo(1);
  }

  @Test
  void aHairpinBringsFramesOfModeVepaBack() {
    net("p1");
    DeviceEnd[] ends = pair(VEPA, VEPA);
    say(ends[0], A, B);
    assertThat(ends[1].waiting()).isEqualTo(1);
    say(ends[0], A, MacAddress.BROADCAST);
    assertThat(ends[1].waiting()).isEqualTo(2);
    assertThat(ends[0].waiting()).isZero();
    // There and back; so came what both said to h2, since the switch did not know where that is.
    assertThat(lan.metric("h1.eth0.received")).isEqualTo(2 + 2);
  }

  /** The driver looks at who sent a group frame only: no address is resolved, so none is used. */
  @Test
  void inModePrivateAGroupFrameIsForNobodyElseEvenIfItComesBack() {
    net("p1");
    DeviceEnd[] ends = pair(PRIVATE, PRIVATE);
    say(ends[0], A, MacAddress.BROADCAST);
    assertThat(ends[1].waiting()).isZero();
    assertThat(ends[0].waiting()).isEqualTo(1);
    assertThat(lan.heard("h2")).hasSize(1);
  }

  @Test
  void theHostAndItsMachinesDoNotHearEachOtherInAnyMode() {
    net();
    for (MacvlanMode mode : List.of(BRIDGE, VEPA, PRIVATE)) {
      DeviceEnd tap = tap(mode + ".eth0", A, mode);
      say(tap, A, lan.mac("h1"));
      say(tap, A, MacAddress.BROADCAST);
      lan.send("h1", new Frame(A, lan.mac("h1"), new RawPayload(46), 0));
      lan.send("h1", new Frame(MacAddress.BROADCAST, lan.mac("h1"), new RawPayload(46), 0));
      assertThat(lan.heard("h1")).isEmpty();
      assertThat(tap.waiting()).isZero();
      tap.carrier(false);
    }
  }

  @Test
  void othersOfTheNetworkReachMachinesAndTheHostInAnyMode() {
    net();
    int heard = 0;
    for (MacvlanMode mode : List.of(BRIDGE, VEPA, PRIVATE)) {
      DeviceEnd tap = tap(mode + ".eth0", A, mode);
      say(tap, A, lan.mac("h2"));
      heard++;
      assertThat(lan.heard("h2")).hasSize(heard);
      lan.send("h2", new Frame(A, lan.mac("h2"), new RawPayload(46), 0));
      lan.send("h2", new Frame(MacAddress.BROADCAST, lan.mac("h2"), new RawPayload(46), 0));
      lan.send("h2", new Frame(lan.mac("h1"), lan.mac("h2"), new RawPayload(46), 0));
      assertThat(tap.waiting()).isEqualTo(2);
      assertThat(lan.heard("h1")).hasSize(2 * heard);
      tap.carrier(false);
    }
  }

  @Test
  void modesOfOneCardStayApart() {
    net();
    DeviceEnd[] ends = pair(BRIDGE, VEPA);
    say(ends[0], A, B);
    say(ends[0], A, MacAddress.BROADCAST);
    assertThat(ends[1].waiting()).isZero();
  }

  @Test
  void inModePassthruOneMachineHasAllFramesAndTheHostGroupFramesOnly() {
    net();
    DeviceEnd tap = tap("a.eth0", A, PASSTHRU);
    lan.send("h2", new Frame(lan.mac("h1"), lan.mac("h2"), new RawPayload(46), 0));
    lan.send("h2", new Frame(B, lan.mac("h2"), new RawPayload(46), 0));
    assertThat(tap.waiting()).isEqualTo(2);
    assertThat(lan.heard("h1")).isEmpty();
    lan.send("h2", new Frame(MacAddress.BROADCAST, lan.mac("h2"), new RawPayload(46), 0));
    assertThat(tap.waiting()).isEqualTo(3);
    assertThat(lan.heard("h1")).hasSize(1);
    assertThatThrownBy(() -> tap("b.eth0", B, BRIDGE))
        .isInstanceOf(Refusal.class)
        .hasMessage("a machine with mode passthru has 'h1.eth0' alone");
  }

  @Test
  void aTapWithoutAMachineGetsNothing() {
    net();
    DeviceEnd tap = tap("a.eth0", A, BRIDGE);
    tap.carrier(false);
    lan.send("h2", new Frame(A, lan.mac("h2"), new RawPayload(46), 0));
    assertThat(tap.waiting()).isZero();
    assertThat(lan.heard("h1")).hasSize(1);
  }

  @Test
  void overASubInterfaceTheFramesHaveItsTag() {
    net();
    SubInterfaceSpec vlan = new SubInterfaceSpec(10, Optional.empty(), 0);
    SubInterface.make("h1", new SubInterfacesSpec(Map.of("eth0.10", vlan)), lan.world());
    say(tap("eth0.10", "a.eth0", A, BRIDGE), A, lan.mac("h2"));
    assertThat(lan.heard("h2").get(0).tags().get(0).vlan()).isEqualTo(10);
  }

  @Test
  void aCardThatABridgeHasIsRefused() {
    net();
    HostBridge.make(
        "h1", new HostBridgesSpec(Map.of("br0", HostBridgeSpec.of("eth0"))), lan.world());
    assertThatThrownBy(() -> tap("a.eth0", A, BRIDGE))
        .isInstanceOf(Refusal.class)
        .hasMessage("card 'h1.eth0' is a port of a bridge, and cannot have virtual cards");
  }
}
