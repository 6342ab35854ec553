package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final long GIGABIT = 1_000_000_000L;

  private final Bench bench = new Bench();
  private final EthernetPort a = bench.port("a.eth0");
  private final EthernetPort b = bench.port("b.eth0");

  @Test
  void oneFrameTakesPreambleFrameAndPropagation() {
    bench.link(a, b, GIGABIT, 5_000);
    bench.sendAt(0, a, 1518);
    bench.simulation.run(1_000_000);
    // (8 + 1518) bytes x 8 ns + 5000 ns.
    assertThat(bench.arrivalTimes()).containsExactly(17_208L);
  }

  @Test
  void shortFramesArePaddedTo64Bytes() {
    bench.link(a, b, GIGABIT, 0);
    bench.sendAt(0, a, 20);
    bench.simulation.run(1_000_000);
    assertThat(bench.arrivalTimes()).containsExactly(576L);
  }

  @Test
  void aSecondFrameFollowsAfterTheGap() {
    bench.link(a, b, GIGABIT, 0);
    bench.sendAt(0, a, 64);
    bench.sendAt(0, a, 64);
    bench.simulation.run(1_000_000);
    // 576 ns, then 12 bytes of gap and again 72 bytes.
    assertThat(bench.arrivalTimes()).containsExactly(576L, 1_248L);
  }

  @Test
  void bothDirectionsSendAtOnce() {
    bench.link(a, b, GIGABIT, 100);
    bench.sendAt(0, a, 64);
    bench.sendAt(0, b, 64);
    bench.simulation.run(1_000_000);
    assertThat(bench.arrivalTimes()).containsExactly(676L, 676L);
  }

  @Test
  void tenGigabitsCarry14880952FramesASecond() {
    bench.link(a, b, 10 * GIGABIT, 0);
    long[] arrived = {0};
    Frame frame = bench.frame(a, 64);
    b.onReceive(
        (port, received) -> {
          arrived[0]++;
          a.send(frame);
        });
    for (int i = 0; i < 4; i++) {
      a.send(frame);
    }
    bench.simulation.run(GIGABIT / 10);
    // 10^9 bits in a tenth of a second, 672 bits a frame and gap.
    assertThat(arrived[0]).isBetween(1_488_094L, 1_488_096L);
  }

  @Test
  void aCutCableTakesCarrierAndWhatIsOnTheWire() {
    Link link = bench.link(a, b, GIGABIT, 5_000);
    bench.sendAt(0, a, 64);
    bench.at(3_000, link::fail);
    bench.at(4_000, () -> assertThat(a.hasCarrier() || b.hasCarrier()).isFalse());
    bench.sendAt(4_000, a, 64);
    bench.at(5_000, link::repair);
    bench.sendAt(6_000, a, 64);
    bench.simulation.run(1_000_000);
    assertThat(bench.arrivalTimes()).containsExactly(11_576L);
    assertThat(bench.count("a.eth0.cut-off")).isEqualTo(1);
    assertThat(bench.count("a.eth0.dropped-no-carrier")).isEqualTo(1);
  }

  @Test
  void aSilentFailureKeepsCarrierAndLosesEveryFrameBothWays() {
    Link link = bench.link(a, b, GIGABIT, 5_000);
    bench.sendAt(0, a, 64);
    bench.at(1_000, link::failSilently);
    bench.sendAt(2_000, a, 64);
    bench.sendAt(2_000, b, 64);
    bench.at(3_000, () -> assertThat(a.hasCarrier() && b.hasCarrier()).isTrue());
    bench.sendAt(9_000, a, 64);
    bench.at(10_000, link::repair);
    bench.sendAt(11_000, a, 64);
    bench.simulation.run(1_000_000);
    // Lost: what was on the wire at the failure and at the repair, and all between.
    assertThat(bench.arrivalTimes()).containsExactly(16_576L);
    assertThat(bench.count("a.eth0.lost-silently")).isEqualTo(3);
    assertThat(bench.count("b.eth0.lost-silently")).isEqualTo(1);
    assertThat(link.inFlight()).isZero();
  }

  @Test
  void aOneWayFailureLosesOnlyWhatGoesTowardsThatEnd() {
    Link link = bench.link(a, b, GIGABIT, 0);
    bench.at(0, () -> link.failTowards("b.eth0"));
    bench.sendAt(1_000, a, 64);
    bench.sendAt(1_000, b, 64);
    bench.simulation.run(1_000_000);
    assertThat(bench.arrivalTimes(a)).containsExactly(1_576L);
    assertThat(bench.arrivalTimes(b)).isEmpty();
    assertThat(bench.count("a.eth0.lost-silently")).isEqualTo(1);
  }

  @Test
  void aDisabledPortTakesCarrierFromTheOtherEnd() {
    bench.link(a, b, GIGABIT, 0);
    List<String> heard = new ArrayList<>();
    b.onCarrier(port -> heard.add(port.name() + (port.hasCarrier() ? " up" : " down")));
    a.disable();
    a.disable();
    bench.sendAt(0, b, 64);
    bench.simulation.run(1_000);
    a.enable();
    assertThat(heard).containsExactly("b.eth0 down", "b.eth0 up");
    assertThat(bench.count("b.eth0.dropped-no-carrier")).isEqualTo(1);
  }

  @Test
  void aTapSeesBothDirections() {
    bench.link(a, b, GIGABIT, 5_000);
    List<String> seen = new ArrayList<>();
    FrameTap tap =
        new FrameTap() {
          @Override
          public void sent(EthernetPort port, Frame frame) {
            seen.add(bench.simulation.now() + " out " + port.name());
          }

          @Override
          public void received(EthernetPort port, Frame frame) {
            seen.add(bench.simulation.now() + " in " + port.name());
          }
        };
    a.tap(tap);
    bench.sendAt(0, a, 64);
    bench.sendAt(0, a, 64);
    bench.sendAt(0, b, 64);
    bench.simulation.run(1_000_000);
    assertThat(seen).containsExactly("0 out a.eth0", "672 out a.eth0", "5576 in a.eth0");
  }

  @Test
  void onlyWhatWaitsCostsASecondEventAFrame() {
    bench.link(a, b, GIGABIT, 0);
    a.send(bench.frame(a, 64));
    bench.simulation.run(10_000);
    assertThat(bench.simulation.events()).isEqualTo(1);
    for (int i = 0; i < 10; i++) {
      a.send(bench.frame(a, 64));
    }
    bench.simulation.run(100_000);
    // Ten arrivals, and nine times the line became free for a frame that waited.
    assertThat(bench.simulation.events()).isEqualTo(1 + 10 + 9);
  }
}
