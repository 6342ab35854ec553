package vdcsim.hardware.nic.sriov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Addresses;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.DeviceEnd;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.ethernet.PortSettings;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.host.NicSpec;
import vdcsim.hardware.nic.CardSpec;
import vdcsim.hardware.nic.DriverSpec;
import vdcsim.hardware.nic.ModerationSpec;
import vdcsim.hardware.nic.NicHardwareSpec;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

class EmbeddedSwitchTest {
  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final List<String> heard = new ArrayList<>();
  private final EmbeddedSwitch within;

  EmbeddedSwitchTest() {
    for (String host : List.of("h1", "h2")) {
      Host made =
          new Host(
              host, new HostSpec(Map.of("eth0", new NicSpec(DataRate.ofGigabits(1), 1000))), world);
      made.nics().get(0).onReceive((port, frame) -> heard.add(host + " " + frame.tags().size()));
    }
    CardSpec card =
        new CardSpec(
            512,
            512,
            1,
            4,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            3,
            0);
    PhysicalNic.make("h1", new NicHardwareSpec(Map.of("eth0", card)), world).connect();
    LinkSpec cable =
        new LinkSpec(
            "h1.eth0 -- h2.eth0", Optional.of(DataRate.ofGigabits(1)), Duration.ZERO, new Ratio(0));
    Cabling.lay("h1.eth0 -- h2.eth0", cable, world).connect();
    within = EmbeddedSwitch.of("h1.eth0", world);
  }

  private record Filler(int length) implements Payload {
    @Override
    public int etherType() {
      return 0x88B5;
    }

    @Override
    public void encode(ByteBuffer buffer) {
      buffer.position(buffer.position() + length);
    }
  }

  private DeviceEnd machine(String name, FunctionSpec spec) {
    EthernetPort port =
        new EthernetPort(
            simulation, name + ".eth0", Addresses.next(world), PortSettings.ofQueue(1000));
    port.onReceive((at, frame) -> heard.add(name + " " + frame.tags().size()));
    DeviceEnd end = new DeviceEnd(port, 1_000_000_000);
    within.give(end, spec, DriverSpec.DEFAULT, ModerationSpec.fixed(1_000_000));
    simulation.run(simulation.now() + 100_000);
    return end;
  }

  private static FunctionSpec vlan(int vlan) {
    return new FunctionSpec(Optional.of(vlan), Optional.empty(), true, false);
  }

  private void send(EthernetPort from, MacAddress source, MacAddress to, VlanTag... tags) {
    from.send(new Frame(to, source, List.of(tags), new Filler(1470), simulation.now()));
    simulation.run(simulation.now() + 1_000_000);
  }

  private EthernetPort card(String host) {
    return world.find(host, Host.class).orElseThrow().nics().get(0);
  }

  private double counted(String name) {
    return simulation.metrics().read().stream()
        .filter(measured -> measured.metric().equals(name))
        .findFirst()
        .flatMap(measured -> measured.statistic("value").stream().boxed().findFirst())
        .orElseThrow();
  }

  @Test
  void framesGoByTheirAddressToAFunctionTheHostOrTheLine() {
    EthernetPort a = machine("a", FunctionSpec.DEFAULT).port();
    EthernetPort b = machine("b", FunctionSpec.DEFAULT).port();
    send(a, a.address(), b.address());
    send(a, a.address(), card("h1").address());
    send(a, a.address(), card("h2").address());
    send(card("h2"), card("h2").address(), a.address());
    send(card("h1"), card("h1").address(), b.address());
    assertThat(heard).containsExactly("b 0", "h1 0", "h2 0", "a 0", "b 0");
    assertThat(counted("h1.eth0.sent")).isEqualTo(1);
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
    send(card("h2"), card("h2").address(), a.address(), VlanTag.of(10));
    send(card("h2"), card("h2").address(), a.address(), VlanTag.of(20));
    assertThat(heard.subList(1, 3)).containsExactly("c 0", "a 0");
    assertThat(heard).doesNotContain("b 0");
  }

  @Test
  void aForeignSourceIsDroppedAndCountedUnlessTheCheckIsOff() {
    EthernetPort a = machine("a", FunctionSpec.DEFAULT).port();
    FunctionSpec unchecked = new FunctionSpec(Optional.empty(), Optional.empty(), false, false);
    EthernetPort b = machine("b", unchecked).port();
    send(a, new MacAddress(0x0200_0000_9999L), card("h2").address());
    assertThat(heard).isEmpty();
    assertThat(counted("a.eth0.dropped-spoofed")).isEqualTo(1);
    send(b, new MacAddress(0x0200_0000_9999L), card("h2").address());
    assertThat(heard).containsExactly("h2 0");
  }

  @Test
  void aRateHolds() {
    FunctionSpec slow =
        new FunctionSpec(Optional.empty(), Optional.of(new DataRate(100_000_000)), true, false);
    EthernetPort a = machine("a", slow).port();
    for (int i = 0; i < 100; i++) {
      a.send(new Frame(card("h2").address(), a.address(), new Filler(1500), 0));
    }
    simulation.run(simulation.now() + 5_000_000);
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
    assertThatThrownBy(() -> EmbeddedSwitch.of("h2.eth0", world))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("add 'nic-hardware: { eth0: { virtual-functions: 7 } }'");
  }
}
