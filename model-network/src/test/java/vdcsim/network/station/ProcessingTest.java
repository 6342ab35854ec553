package vdcsim.network.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.EventHandler;
import vdcsim.network.Lan;
import vdcsim.network.RawPayload;

class ProcessingTest {
  private final Lan lan = new Lan();
  private final List<Long> heardNs = new ArrayList<>();

  /** One core of 1 GHz, so that a cycle is a nanosecond, first come first served. */
  private final class Core implements Computer, ExecutionContext {
    private long freeNs;

    @Override
    public ExecutionContext context(String purpose) {
      return this;
    }

    @Override
    public void execute(long cycles, EventHandler whenDone, int kind, long arg, Object reference) {
      freeNs = Math.max(freeNs, lan.simulation().now()) + cycles;
      lan.simulation().schedule(freeNs - lan.simulation().now(), whenDone, kind, arg, reference);
    }
  }

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
    lan.world().add("h1", new Core());
    lan.world().add("h2", new Core());
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
    lan.world().add("h2", new Core());
    lan.world().add("h2", new PacketCostsSpec(0, 20_000, 0, 0, 0, 0, 0, 0, true, 1000, 0, 0));
    send(3, Station.at("from", "h1", lan.world()), Station.at("to", "h2", lan.world()));
    assertEquals(List.of(WIRE_NS + 20_000, WIRE_NS + 40_000, WIRE_NS + 60_000), heardNs);
  }

  @Test
  void whatTheBacklogDoesNotHoldIsDroppedAndCounted() {
    lan.world().add("h2", new Core());
    lan.world().add("h2", new PacketCostsSpec(0, 100_000, 0, 0, 0, 0, 0, 0, true, 2, 0, 0));
    send(5, Station.at("from", "h1", lan.world()), Station.at("to", "h2", lan.world()));
    assertEquals(2, heardNs.size());
    assertEquals(3, lan.metric("h2.eth0.dropped-backlog"));
  }
}
