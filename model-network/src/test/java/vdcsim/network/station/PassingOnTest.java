package vdcsim.network.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.Computer;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;
import vdcsim.network.Lan;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.stack.HookPoint;
import vdcsim.network.stack.IpSpec;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;
import vdcsim.network.udp.Udp;
import vdcsim.network.udp.UdpContent;

/** From a over host r, which has one core of 1 GHz, to b; a cycle is a nanosecond. */
class PassingOnTest {
  /** 8 + 14 + 20 + 8 + 100 + 4 bytes at 1 Gb/s. */
  private static final long WIRE_NS = 154 * 8;

  private final Lan lan = new Lan();
  private final List<Long> tookNs = new ArrayList<>();

  private record Hundred() implements UdpContent {
    @Override
    public int length() {
      return 100;
    }

    @Override
    public void encode(ByteBuffer buffer) {
      buffer.put(new byte[100]);
    }
  }

  private final class Core implements Computer, ExecutionContext {
    @Override
    public ExecutionContext context(String purpose) {
      return this;
    }

    @Override
    public void execute(long cycles, EventHandler whenDone, int kind, long arg, Object reference) {
      lan.simulation().schedule(cycles, whenDone, kind, arg, reference);
    }
  }

  @BeforeEach
  void build() {
    lan.host("a", "eth0");
    lan.host("r", "eth0", "eth1");
    lan.host("b", "eth0");
    lan.world().add("r", new Core());
    lan.links("a -- r.eth0", "r.eth1 -- b");
    address("a", "10.0.0.1/24", Optional.of("10.0.0.9"));
    address("b", "10.0.1.1/24", Optional.of("10.0.1.9"));
    lan.address(
        "r",
        new IpSpec(
            Optional.empty(),
            Map.of("eth0", "10.0.0.9/24", "eth1", "10.0.1.9/24"),
            Optional.empty(),
            List.of(),
            true));
    lan.runUntil(0);
  }

  private void address(String host, String address, Optional<String> gateway) {
    lan.address(host, new IpSpec(Optional.of(address), Map.of(), gateway, List.of(), false));
  }

  private Stack stack(String host) {
    return Stacks.at("", host, lan.world());
  }

  /** Sends two datagrams a millisecond apart, the first of which resolves addresses. */
  private long secondTakesNs(String to, String address) {
    Udp.of(stack(to)).open(9, (card, packet, datagram) -> tookNs.add(lan.simulation().now()));
    var socket = Udp.of(stack("a")).open((card, packet, datagram) -> {});
    for (long at : new long[] {0, 1_000_000}) {
      lan.simulation()
          .schedule(at, () -> socket.send(Ipv4Address.parse(address), 9, new Hundred()));
    }
    lan.runUntil(0.01);
    return tookNs.get(1) - 1_000_000;
  }

  @Test
  void whatIsPassedOnWakesNoProgramAndIsSentForNothingMore() {
    assertThat(secondTakesNs("b", "10.0.1.1")).isEqualTo(2 * WIRE_NS + 4800 + 750 + 1339);
  }

  @Test
  void itCostsMoreWhereConnectionsAreTracked() {
    stack("r").hook(HookPoint.FORWARD, 0, (point, passage) -> true);
    assertThat(secondTakesNs("b", "10.0.1.1")).isEqualTo(2 * WIRE_NS + 4800 + 750 + 2 * 1339);
  }

  @Test
  void whatIsForTheMachineItselfCostsWhatItDid() {
    // 142 bytes in software, of 340 cycles a kibibyte.
    assertThat(secondTakesNs("r", "10.0.0.9"))
        .isEqualTo(WIRE_NS + 4800 + 12_080 + 3700 + 142 * 340 / 1024);
  }

  /** The stack is told where translated packets go. */
  @Test
  void aPacketToAnOwnAddressThatLeadsElsewhereIsPassedOn() {
    Stack r = stack("r");
    r.onTranslation(packet -> Optional.of(Ipv4Address.parse("10.0.1.1")));
    assertThat(secondTakesNs("r", "10.0.0.9")).isEqualTo(WIRE_NS + 4800 + 750 + 1339);
  }
}
