package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactnessTest {
  private static final long SECOND = 1_000_000_000L;

  private final Bench bench = new Bench();

  /** Keeps four frames of this length under way from a port, for ever. */
  private static Frame saturate(Bench bench, EthernetPort from, EthernetPort to, int length) {
    Frame frame = bench.frame(from, length);
    to.onReceive((port, received) -> from.send(frame));
    for (int i = 0; i < 4; i++) {
      from.send(frame);
    }
    return frame;
  }

  @ParameterizedTest
  @CsvSource({
    "10000000000, 64, 1100000",
    "10000000000, 1518, 50000",
    "100000000000, 64, 50000",
    "25000000000, 100, 50000",
    "3000000, 64, 50000"
  })
  void aSaturatedLinkIsNeverAFrameOffItsRate(long bitsPerSecond, int length, long frames) {
    EthernetPort a = bench.port("a.eth0");
    EthernetPort b = bench.port("b.eth0");
    bench.link(a, b, bitsPerSecond, 0);
    saturate(bench, a, b, length);
    long bits = frames * (length + 20) * 8;
    bench.simulation.run((long) (bits * 1e9 / bitsPerSecond));
    // 1 100 000 frames of 64 bytes at 10 Gb/s, 14 880 952 a second: right to a millionth.
    assertThat(bench.count("a.eth0.sent")).isBetween(frames - 1, frames + 1);
  }

  @Test
  void latencyThroughSevenLinksIsTheirSum() {
    EthernetPort first = bench.port("n0.out");
    EthernetPort from = first;
    EthernetPort last = from;
    for (int hop = 1; hop <= 7; hop++) {
      last = bench.port("n" + hop + ".in");
      bench.link(from, last, 10 * SECOND, 100L * hop);
      if (hop < 7) {
        EthernetPort next = bench.port("n" + hop + ".out");
        last.onReceive((port, frame) -> next.send(frame));
        from = next;
      }
    }
    bench.sendAt(0, first, 1517);
    bench.simulation.run(SECOND);
    // Seven times 1525 bytes of 0.8 ns, and 100 + 200 + ... + 700 ns of cables.
    assertThat(bench.arrivalTimes(last)).containsExactly(7 * 1_220L + 2_800);
  }

  @Test
  void theShareOfDamagedFramesFollowsFromTheBitErrorRate() {
    EthernetPort a = bench.port("a.eth0");
    EthernetPort b = bench.port("b.eth0");
    new Link(bench.simulation, "a -- b", a, b, SECOND, 0, 1e-5);
    int frames = 20_000;
    for (int i = 0; i < frames; i++) {
      bench.sendAt(i * 20_000L, a, 1000);
    }
    bench.simulation.run(SECOND);
    // 8000 bits, each right with 1 - 1e-5: 7.688 % damaged; four standard deviations are 0.75 %.
    double share = (double) bench.count("b.eth0.damaged") / frames;
    assertThat(share).isBetween(0.07688 - 0.0075, 0.07688 + 0.0075);
    assertThat(bench.arrivals).hasSize(frames - (int) bench.count("b.eth0.damaged"));
  }

  @Test
  void aHopOfAFrameAllocatesNothing() {
    EthernetPort a = bench.port("a.eth0");
    EthernetPort in = bench.port("s.p1");
    EthernetPort out = bench.port("s.p2");
    EthernetPort b = bench.port("b.eth0");
    bench.link(a, in, 10 * SECOND, 500);
    bench.link(out, b, 10 * SECOND, 500);
    in.onReceive((port, frame) -> out.send(frame));
    Frame frame = bench.frame(a, 64);
    b.onReceive((port, received) -> a.send(frame));
    for (int i = 0; i < 40; i++) {
      a.send(frame);
    }
    bench.simulation.run(SECOND / 500);
    long sentBefore = bench.count("a.eth0.sent");
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    bench.simulation.run(SECOND / 100);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    long hops = 2 * (bench.count("a.eth0.sent") - sentBefore);
    assertThat(hops).isGreaterThan(200_000);
    // Less than a byte for a thousand hops: what is left is the measurement itself.
    assertThat(allocated).isLessThan(hops / 1000 + 2_000);
  }
}
