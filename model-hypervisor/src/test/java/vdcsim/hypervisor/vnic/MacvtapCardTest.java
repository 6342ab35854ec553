package vdcsim.hypervisor.vnic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Cabling;
import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.LinkSpec;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.hardware.ethernet.Payload;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.host.NicSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgeSpec;
import vdcsim.network.bridge.Switching;
import vdcsim.network.macvlan.MacvlanMode;
import vdcsim.network.macvlan.MacvtapSpec;
import vdcsim.network.vlan.PortVlanSpec;

/** Hosts h1 and h2 at a switch, and h3 that has no cable. */
class MacvtapCardTest {
  /** 1526 bytes on the wire with the preamble, at 10 Gb/s. */
  private static final long FRAME_NS = 1220;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final List<String> heard = new ArrayList<>();

  MacvtapCardTest() {
    for (String host : List.of("h1", "h2", "h3")) {
      NicSpec nic = new NicSpec(DataRate.ofGigabits(10), 1000);
      new Host(host, new HostSpec(Map.of("eth0", nic)), world);
    }
    Bridge.make(
        "s1",
        new BridgeSpec(
            8,
            Duration.ofMinutes(5),
            100,
            1000,
            Duration.ZERO,
            1500,
            Optional.empty(),
            Switching.STORE_AND_FORWARD),
        world);
    for (String host : List.of("h1", "h2")) {
      String name = host + ".eth0 -- s1";
      Optional<DataRate> rate = Optional.of(DataRate.ofGigabits(10));
      Cabling.lay(name, new LinkSpec(name, rate, Duration.ZERO, new Ratio(0)), world).connect();
    }
  }

  private record Filler(int length) implements Payload {
    @Override
    public int etherType() {
      return 0x88B5;
    }

    @Override
    public void encode(ByteBuffer to) {
      to.put(new byte[length]);
    }
  }

  private static VnicSpec spec(
      VnicModel model, String attach, MacvlanMode mode, Optional<PortVlanSpec> vlan) {
    return new VnicSpec(
        model,
        Optional.of(attach),
        DataRate.ofGigabits(10),
        1000,
        1500,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        vlan,
        Optional.of(new MacvtapSpec(mode, 700, false)),
        Optional.empty());
  }

  private VirtualCards machine(String name, String host, MacvlanMode mode) {
    VnicSpec card = spec(VnicModel.IDEAL, "eth0", mode, Optional.empty());
    VirtualCards made =
        VirtualCards.make(name, Map.of("eth0", card), new Home("h1", 1 << 30), world);
    made.attach(host);
    made.hold(false);
    made.nics().get(0).onReceive((port, frame) -> heard.add(name + " " + simulation.now()));
    return made;
  }

  private void send(VirtualCards from, VirtualCards to) {
    EthernetPort card = from.nics().get(0);
    MacAddress address = to.nics().get(0).address();
    card.send(new Frame(address, card.address(), new Filler(1500), simulation.now()));
    simulation.run(simulation.now() + 1_000_000);
  }

  @Test
  void inModeBridgeAFrameCrossesTwoTaps() {
    VirtualCards a = machine("a", "h1", MacvlanMode.BRIDGE);
    send(a, machine("b", "h1", MacvlanMode.BRIDGE));
    assertThat(heard).containsExactly("b " + 2 * FRAME_NS);
  }

  @Test
  void toAnotherHostItCrossesTwoCablesMore() {
    VirtualCards a = machine("a", "h1", MacvlanMode.VEPA);
    send(a, machine("b", "h2", MacvlanMode.VEPA));
    assertThat(heard).containsExactly("b " + 4 * FRAME_NS);
  }

  @Test
  void aMachineThatHasMovedIsHeardAtItsNewPlaceOnly() {
    VirtualCards a = machine("a", "h1", MacvlanMode.BRIDGE);
    VirtualCards b = machine("b", "h1", MacvlanMode.BRIDGE);
    assertThat(b.obstacle("h2")).isEmpty();
    b.attach("h2");
    send(a, b);
    // Beside it a has heard the first of b's announcements, before 1 ms is over.
    assertThat(heard).containsOnlyOnce("b " + 4 * FRAME_NS);
    assertThat(heard.stream().filter(who -> who.startsWith("a"))).hasSize(1);
  }

  @Test
  void itDoesNotGoWhereItsNetworkIsNotOrItsCardIsNot() {
    VirtualCards a = machine("a", "h1", MacvlanMode.BRIDGE);
    assertThat(a.obstacle("h3"))
        .contains(
            "the address of card 'eth0' cannot move: 'h3.eth0' is on another network than"
                + " 'h1.eth0'");
    assertThat(a.obstacle("s1")).contains("'s1' has no card 'eth0' of its own for card 'eth0'");
  }

  @Test
  void aCardIsAttachedInOneWay() {
    assertThatThrownBy(() -> spec(VnicModel.SRIOV, "eth0", MacvlanMode.BRIDGE, Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("a card is attached in one way");
    PortVlanSpec vlan =
        new PortVlanSpec(
            Optional.of(10),
            List.of(),
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0);
    assertThatThrownBy(() -> spec(VnicModel.IDEAL, "eth0", MacvlanMode.BRIDGE, Optional.of(vlan)))
        .isInstanceOf(Refusal.class)
        .hasMessage("only a port of a bridge has VLANs; attach it to a sub-interface");
    assertThatThrownBy(() -> machine("a", "h1", MacvlanMode.BRIDGE).attach("h9"))
        .isInstanceOf(Refusal.class);
  }
}
