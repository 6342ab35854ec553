package vdcsim.network.backlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Packet;
import vdcsim.network.ip.Ported;

class BacklogTest {
  private static final MacAddress CARD = MacAddress.parse("02:00:00:00:00:01");
  private static final Ipv4Address HERE = Ipv4Address.parse("10.0.0.1");
  private static final Ipv4Address THERE = Ipv4Address.parse("10.0.0.2");

  private final Simulation simulation = new Simulation(1, 0);
  private final List<Long> cycles = new ArrayList<>();
  private final List<Long> handed = new ArrayList<>();
  private final Counter dropped = simulation.metrics().counter("dropped", Unit.FRAMES);
  private boolean room = true;

  /** One core of 1 GHz; a cycle is a nanosecond. */
  private final ExecutionContext core =
      (spent, done, kind, argument, reference) -> {
        cycles.add(spent);
        simulation.schedule(spent, done, kind, argument, reference);
      };

  private Backlog backlog(boolean offload, int most) {
    return new Backlog(
        core,
        new Work(1000, 10, 1024, 50, offload),
        frame -> handed.add(simulation.now()),
        most,
        dropped);
  }

  /** What looks like a segment of TCP, or not. */
  private record Segment(int sourcePort, int protocol, int length) implements Ported {
    @Override
    public int destinationPort() {
      return 80;
    }

    @Override
    public Ported between(int newSourcePort, int newDestinationPort) {
      return this;
    }

    @Override
    public void encode(ByteBuffer buffer, Ipv4Address source, Ipv4Address destination) {
      buffer.put(new byte[length]);
    }
  }

  /** 1024 bytes with the headers of Ethernet and IP. */
  private static Frame frame(int sourcePort, int protocol) {
    Segment segment = new Segment(sourcePort, protocol, 990);
    return new Frame(CARD, CARD, new Ipv4Packet(HERE, THERE, 0, 64, segment), 0);
  }

  private static Frame tcp(int sourcePort) {
    return frame(sourcePort, 6);
  }

  private void take(Backlog backlog, Frame... frames) {
    for (Frame frame : frames) {
      backlog.take(frame);
    }
    simulation.run(10_000_000);
  }

  @Test
  void threeSegmentsOfOneConnectionAreOnePacket() {
    take(backlog(true, 100), tcp(1), tcp(1), tcp(1));
    // Waking; then a packet, two further segments, and three times 1024 bytes.
    assertEquals(List.of(50L, 1000 + 2 * 10 + 3 * 1024L), cycles);
    assertEquals(List.of(4142L, 4142L, 4142L), handed);
  }

  @Test
  void segmentsOfAnotherConnectionOrProtocolAreNot() {
    take(backlog(true, 100), tcp(1), tcp(2), frame(2, 17), frame(2, 17));
    assertEquals(List.of(50L, 2024L, 2024L, 2024L, 2024L), cycles);
  }

  @Test
  void withoutOffloadEachIsAPacket() {
    take(backlog(false, 100), tcp(1), tcp(1));
    assertEquals(List.of(50L, 2024L, 2024L), cycles);
  }

  @Test
  void aTrainHasUpTo64KibibytesAndWhatComesMeanwhileIsTheNext() {
    Backlog backlog = backlog(true, 100);
    for (int i = 0; i < 70; i++) {
      backlog.take(tcp(1));
    }
    simulation.run(10_000_000);
    assertEquals(List.of(50L, 1000 + 63 * 10 + 64 * 1024L, 1000 + 5 * 10 + 6 * 1024L), cycles);
  }

  @Test
  void moreThanTheMostAreDroppedAndCounted() {
    take(backlog(true, 2), tcp(1), tcp(1), tcp(1));
    assertEquals(2, handed.size());
    assertEquals(1, dropped.total());
  }

  @Test
  void waitsForRoomBehindIt() {
    Backlog backlog = backlog(true, 100);
    backlog.waitFor(() -> room);
    room = false;
    take(backlog, tcp(1));
    assertEquals(List.of(), handed);
    room = true;
    backlog.look();
    simulation.run(20_000_000);
    assertEquals(1, handed.size());
  }
}
