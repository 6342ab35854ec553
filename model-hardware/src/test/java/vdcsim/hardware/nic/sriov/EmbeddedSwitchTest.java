package vdcsim.hardware.nic.sriov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.nic.DriverSpec;
import vdcsim.hardware.nic.Filler;
import vdcsim.hardware.nic.ModerationSpec;
import vdcsim.hardware.nic.TwoHosts;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Refusal;

class EmbeddedSwitchTest {
  private final List<String> heard = new ArrayList<>();
  private final TwoHosts hosts = new TwoHosts(3, 0, this::hear);
  private final EmbeddedSwitch within = EmbeddedSwitch.of("h1.eth0", hosts.world());

  private void hear(String who, Frame frame) {
    heard.add(who + " " + frame.tags().size());
  }

  private DeviceEnd machine(String name, FunctionSpec spec) {
    DeviceEnd end = hosts.machine(name);
    within.give(end, spec, DriverSpec.DEFAULT, ModerationSpec.fixed(1_000_000));
    hosts.runFor(100_000);
    return end;
  }

  private static FunctionSpec vlan(int vlan) {
    return new FunctionSpec(Optional.of(vlan), Optional.empty(), true, false);
  }

  private void send(EthernetPort from, MacAddress source, MacAddress to, VlanTag... tags) {
    from.send(new Frame(to, source, List.of(tags), new Filler(1470), hosts.now()));
    hosts.runFor(1_000_000);
  }

  @Test
  void framesGoByTheirAddressToAFunctionTheHostOrTheLine() {
    EthernetPort a = machine("a", FunctionSpec.DEFAULT).port();
    EthernetPort b = machine("b", FunctionSpec.DEFAULT).port();
    send(a, a.address(), b.address());
    send(a, a.address(), hosts.card("h1").address());
    send(a, a.address(), hosts.card("h2").address());
    send(hosts.card("h2"), hosts.card("h2").address(), a.address());
    send(hosts.card("h1"), hosts.card("h1").address(), b.address());
    assertThat(heard).containsExactly("b 0", "h1 0", "h2 0", "a 0", "b 0");
    assertThat(hosts.counted("h1.eth0.sent")).isEqualTo(1);
  }

  @Test
  void aBroadcastOfAFunctionReachesAllOthersTheHostAndTheLine() {
    EthernetPort a = machine("a", FunctionSpec.DEFAULT).port();
    machine("b", FunctionSpec.DEFAULT);
    send(a, a.address(), MacAddress.BROADCAST);
    assertThat(heard).containsExactlyInAnyOrder("b 0", "h1 0", "h2 0");
  }

  @Test
  void functionsOfOtherVlansDoNotHearEachOtherAndTheLineSeesTheTag() {
    EthernetPort a = machine("a", vlan(10)).port();
    EthernetPort b = machine("b", vlan(20)).port();
    EthernetPort c = machine("c", vlan(10)).port();
    send(a, a.address(), b.address());
    assertThat(heard).containsExactly("h2 1");
    send(a, a.address(), c.address());
    send(hosts.card("h2"), hosts.card("h2").address(), a.address(), VlanTag.of(10));
    send(hosts.card("h2"), hosts.card("h2").address(), a.address(), VlanTag.of(20));
    assertThat(heard.subList(1, 3)).containsExactly("c 0", "a 0");
    assertThat(heard).doesNotContain("b 0");
  }

  @Test
  void aForeignSourceIsDroppedAndCountedUnlessTheCheckIsOff() {
    EthernetPort a = machine("a", FunctionSpec.DEFAULT).port();
    FunctionSpec unchecked = new FunctionSpec(Optional.empty(), Optional.empty(), false, false);
    EthernetPort b = machine("b", unchecked).port();
    send(a, new MacAddress(0x0200_0000_9999L), hosts.card("h2").address());
    assertThat(heard).isEmpty();
    assertThat(hosts.counted("a.eth0.dropped-spoofed")).isEqualTo(1);
    send(b, new MacAddress(0x0200_0000_9999L), hosts.card("h2").address());
    assertThat(heard).containsExactly("h2 0");
  }

  @Test
  void aRateHolds() {
    FunctionSpec slow =
        new FunctionSpec(Optional.empty(), Optional.of(new DataRate(100_000_000)), true, false);
    EthernetPort a = machine("a", slow).port();
    for (int i = 0; i < 100; i++) {
      a.send(new Frame(hosts.card("h2").address(), a.address(), new Filler(1500), 0));
    }
    hosts.runFor(5_000_000);
    // 1538 bytes at 100 Mb/s: 123.04 us each; the first at once, so 41 in 5 ms.
    assertThat(heard).hasSize(41);
  }

  @Test
  void thereAreNoMoreFunctionsThanTheCardHas() {
    for (String name : List.of("a", "b", "c")) {
      machine(name, FunctionSpec.DEFAULT);
    }
    assertThatThrownBy(() -> machine("d", FunctionSpec.DEFAULT))
        .isInstanceOf(Refusal.class)
        .hasMessage("'h1.eth0' has 3 virtual functions, and all are taken");
  }

  @Test
  void aCardWithoutFunctionsSaysWhatToAdd() {
    assertThatThrownBy(() -> EmbeddedSwitch.of("h2.eth0", hosts.world()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("add 'nic-hardware: { eth0: { virtual-functions: 7 } }'");
  }
}
