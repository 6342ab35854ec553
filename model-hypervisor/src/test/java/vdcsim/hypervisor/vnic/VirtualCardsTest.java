package vdcsim.hypervisor.vnic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import vdcsim.network.hostbridge.HostBridge;
import vdcsim.network.hostbridge.HostBridgeSpec;
import vdcsim.network.hostbridge.HostBridgesSpec;

class VirtualCardsTest {
  /** 1526 bytes on the wire with the preamble, at 10 Gb/s. */
  private static final long FRAME_NS = 1220;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final List<String> heard = new ArrayList<>();

  VirtualCardsTest() {
    for (String host : List.of("h1", "h2")) {
      NicSpec nic = new NicSpec(DataRate.ofGigabits(10), 1000);
      new Host(host, new HostSpec(Map.of("eth0", nic)), world);
      HostBridgeSpec bridge = HostBridgeSpec.of("eth0");
      HostBridge.make(host, new HostBridgesSpec(Map.of("br0", bridge)), world).connect();
    }
    LinkSpec cable =
        new LinkSpec(
            "h1.eth0 -- h2.eth0",
            Optional.of(DataRate.ofGigabits(10)),
            Duration.ZERO,
            new Ratio(0));
    Cabling.lay("h1.eth0 -- h2.eth0", cable, world).connect();
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

  private VirtualCards machine(String name, String host) {
    VnicSpec spec = VnicSpec.of(VnicModel.IDEAL);
    VirtualCards made =
        VirtualCards.make(name, Map.of("eth0", spec), new Home("h1", 1 << 30), world);
    made.attach(host);
    made.hold(false);
    made.nics().get(0).onReceive((port, frame) -> heard.add(name + " " + simulation.now()));
    return made;
  }

  private void send(VirtualCards from, MacAddress to) {
    EthernetPort card = from.nics().get(0);
    card.send(new Frame(to, card.address(), new Filler(1500), simulation.now()));
  }

  private static MacAddress address(VirtualCards machine) {
    return machine.nics().get(0).address();
  }

  @Test
  void machinesOfOneHostHearEachOtherAfterTwoPatches() {
    VirtualCards a = machine("a", "h1");
    VirtualCards b = machine("b", "h1");
    send(a, address(b));
    simulation.run(1_000_000);
    assertEquals(List.of("b " + 2 * FRAME_NS), heard);
  }

  @Test
  void aFrameToAnotherHostCrossesTheCable() {
    VirtualCards a = machine("a", "h1");
    VirtualCards b = machine("b", "h2");
    send(a, address(b));
    simulation.run(1_000_000);
    assertEquals(List.of("b " + 3 * FRAME_NS), heard);
  }

  @Test
  void aMachineThatStandsStillHearsItsFramesWhenItGoesOn() {
    VirtualCards a = machine("a", "h1");
    VirtualCards b = machine("b", "h1");
    b.hold(true);
    send(a, address(b));
    simulation.schedule(500_000, () -> b.hold(false));
    simulation.run(1_000_000);
    assertEquals(List.of("b " + (500_000 + FRAME_NS)), heard);
  }

  @Test
  void aMachineThatHasMovedIsHeardAtItsNewPlaceAndNotAtTheOld() {
    VirtualCards a = machine("a", "h1");
    VirtualCards b = machine("b", "h1");
    b.attach("h2");
    EthernetPort old = HostBridge.require("nics", "h1", "br0", world).tap("b.eth0").port();
    assertFalse(old.hasCarrier());
    assertTrue(b.nics().get(0).hasCarrier());
    send(a, address(b));
    simulation.run(1_000_000);
    heard.removeIf(who -> who.startsWith("a"));
    assertEquals(List.of("b " + 3 * FRAME_NS), heard);
  }

  @Test
  void aCardThatHasMovedIsAnnouncedFiveTimesSoThatSwitchesLearn() {
    VirtualCards a = machine("a", "h1");
    VirtualCards b = machine("b", "h1");
    List<Long> announced = new ArrayList<>();
    a.nics().get(0).onReceive((port, frame) -> announced.add(simulation.now()));
    simulation.schedule(1_000_000_000, () -> b.attach("h2"));
    simulation.run(3_000_000_000L);
    // The least frame with its preamble: 57 ns over the cable, and as much into the guest.
    List<Long> after = List.of(0L, 50L, 200L, 450L, 800L);
    assertEquals(
        after.stream().map(ms -> 1_000_000_000L + ms * 1_000_000 + 2 * 57).toList(), announced);
  }

  @Test
  void theHostSpeaksThroughItsBridgeAndNoLongerThroughTheCard() {
    Host host = world.find("h1", Host.class).orElseThrow();
    assertEquals(List.of("h1.br0"), host.nics().stream().map(EthernetPort::name).toList());
    assertEquals(host.port("eth0").address(), host.nics().get(0).address());
  }

  @Test
  void aBridgeThatTheHostHasNotIsRefused() {
    VirtualCards a = machine("a", "h1");
    Refusal refusal = assertThrows(Refusal.class, () -> a.attach("h3"));
    assertTrue(refusal.getMessage().startsWith("'h3' has no bridge"), refusal.getMessage());
  }
}
