package vdcsim.network.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.nic.CardSpec;
import vdcsim.hardware.nic.DriverSpec;
import vdcsim.hardware.nic.ModerationSpec;
import vdcsim.hardware.nic.NicHardwareSpec;
import vdcsim.hardware.nic.OffloadsSpec;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.network.Core;
import vdcsim.network.Lan;
import vdcsim.network.RawPayload;
import vdcsim.network.backlog.Work;

class ProcessingTest {
  private final Lan lan = new Lan();
  private final List<Long> heardNs = new ArrayList<>();

  @BeforeEach
  void build() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    lan.runUntil(0);
  }

  private void send(int frames, Station from, Station to) {
    to.register(
        new RawPayload(0).etherType(), (port, frame) -> heardNs.add(lan.simulation().now()));
    for (int i = 0; i < frames; i++) {
      from.send(new Frame(to.address(), from.address(), new RawPayload(1010), 0));
    }
    lan.runUntil(0.01);
  }

  /** 1024 bytes of software; 1036 on the wire with check sequence and preamble, at 1 Gb/s. */
  private static final long WIRE_NS = 1036 * 8;

  @Test
  void aPacketCostsItsSenderAndItsReceiverTheirCyclesAndTheCopy() {
    lan.world().add("h1", new Core(lan.simulation()));
    lan.world().add("h2", new Core(lan.simulation()));
    send(1, Station.at("from", "h1", lan.world()), Station.at("to", "h2", lan.world()));
    assertEquals(List.of(2784 + 340 + WIRE_NS + 4800 + 12_080 + 3700 + 340), heardNs);
  }

  @Test
  void aMachineWithoutProcessorsPaysNothing() {
    send(1, Station.at("from", "h1", lan.world()), Station.at("to", "h2", lan.world()));
    assertEquals(List.of(WIRE_NS), heardNs);
  }

  @Test
  void aSlowReceiverHasThemInARowAtItsOwnPace() {
    lan.world().add("h2", new Core(lan.simulation()));
    lan.world().add("h2", new PacketCostsSpec(0, 20_000, 0, 0, 0, 0, 0, 0, true, 1000, 0, 0));
    send(3, Station.at("from", "h1", lan.world()), Station.at("to", "h2", lan.world()));
    assertEquals(List.of(WIRE_NS + 20_000, WIRE_NS + 40_000, WIRE_NS + 60_000), heardNs);
  }

  @Test
  void whatTheBacklogDoesNotHoldIsDroppedAndCounted() {
    lan.world().add("h2", new Core(lan.simulation()));
    lan.world().add("h2", new PacketCostsSpec(0, 100_000, 0, 0, 0, 0, 0, 0, true, 2, 0, 0));
    send(5, Station.at("from", "h1", lan.world()), Station.at("to", "h2", lan.world()));
    assertEquals(2, heardNs.size());
    assertEquals(3, lan.metric("h2.eth0.dropped-backlog"));
  }

  private void card(String host, OffloadsSpec offloads) {
    CardSpec card =
        new CardSpec(
            512,
            512,
            1,
            4,
            Optional.empty(),
            Optional.of(ModerationSpec.fixed(1_000_000)),
            Optional.of(new DriverSpec(true, 64, 0, 0)),
            Optional.of(offloads),
            0,
            0);
    PhysicalNic.make(host, new NicHardwareSpec(Map.of("eth0", card)), lan.world()).connect();
  }

  @Test
  void whoseCardComputesNoChecksumsSumsUpItselfAndCutsItself() {
    card("h1", new OffloadsSpec(true, false, false));
    Work sending = PacketCostsSpec.DEFAULT.sending("h1.eth0", lan.world());
    // 3 frames of 1024 bytes: a packet, two cuts, and for each KiB a copy and a sum.
    assertEquals(2784 + 2 * 732 + 3 * (340 + 256), sending.cycles(3, 3 * 1024));
  }

  @Test
  void aCardThatCutsSavesTheCutsAndMakesTrainsWhereTheStackHasNone() {
    card("h1", OffloadsSpec.DEFAULT);
    PacketCostsSpec without =
        new PacketCostsSpec(2784, 0, 340, 0, 732, 256, 0, 0, false, 1000, 0, 0);
    Work sending = without.sending("h1.eth0", lan.world());
    assertEquals(2784 + 3 * 340, sending.cycles(3, 3 * 1024));
    assertEquals(true, sending.offload());
  }

  @Test
  void aCardWithRingsHasItsOwnInterrupts() {
    card("h1", OffloadsSpec.DEFAULT);
    assertEquals(12_080, PacketCostsSpec.DEFAULT.receiving("h1.eth0", lan.world()).wake());
    assertEquals(4800 + 12_080, PacketCostsSpec.DEFAULT.receiving("h2.eth0", lan.world()).wake());
  }

  @Test
  void aPollLeavesInTheRingWhatTheStackHasNoTimeFor() {
    lan.world().add("h2", new Core(lan.simulation()));
    lan.world().add("h2", new PacketCostsSpec(0, 1_000_000, 0, 0, 0, 0, 0, 0, false, 1000, 0, 0));
    card("h2", OffloadsSpec.DEFAULT);
    send(700, Station.at("from", "h1", lan.world()), Station.at("to", "h2", lan.world()));
    // The stack has 64 in hand, of which it does nine in 10 ms; 512 are in the ring, the others
    // lost.
    assertEquals(0, lan.metric("h2.eth0.dropped-backlog"));
    assertEquals(9, heardNs.size());
    assertEquals(700 - 512 - 64, lan.metric("h2.eth0.rx0.dropped-ring-full"));
  }
}
