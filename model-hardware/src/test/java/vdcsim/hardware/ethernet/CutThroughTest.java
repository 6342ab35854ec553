package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ports that take frames early, at 1 Gb/s: a byte takes 8 ns. */
class CutThroughTest {
  private static final long GIGABIT = 1_000_000_000L;

  private final Bench bench = new Bench();
  private final EthernetPort a = bench.port("a.eth0");
  private final EthernetPort in = bench.port("s.p1");
  private final EthernetPort out = bench.port("s.p2");
  private final EthernetPort b = bench.port("b.eth0");
  private final List<Long> handedOverNs = new ArrayList<>();

  private void chain(double bitErrorRate) {
    new Link(bench.simulation, "a -- s", a, in, GIGABIT, 1_000, bitErrorRate);
    bench.link(out, b, GIGABIT, 1_000);
    in.onReceive(
        (port, frame) -> {
          handedOverNs.add(bench.simulation.now());
          out.send(frame);
        });
  }

  @Test
  void aFrameIsHandedOverWhenItsHeaderIsIn() {
    in.takeEarly(EthernetPort.CUT_THROUGH_BYTES);
    chain(0);
    Frame frame = bench.frame(a, 1518);
    a.send(frame);
    bench.simulation.run(GIGABIT);
    // 8 + 14 bytes and the cable; the rest of 1504 bytes comes 12 032 ns later.
    assertThat(handedOverNs).containsExactly(1_176L);
    assertThat(in.untilWholeNs(frame)).isEqualTo(12_032);
    // Then 8 + 1518 bytes and a cable again: the length is paid once, and 22 bytes twice.
    assertThat(bench.arrivalTimes(b)).containsExactly(1_176L + 12_208 + 1_000);
  }

  @Test
  void aFragmentFreePortWaitsFor64Bytes() {
    in.takeEarly(EthernetPort.FRAGMENT_FREE_BYTES);
    chain(0);
    a.send(bench.frame(a, 1518));
    a.send(bench.frame(a, 64));
    bench.simulation.run(GIGABIT);
    // (8 + 64) x 8; the second begins at (1526 + 12) x 8 and is in whole by then.
    assertThat(handedOverNs).containsExactly(1_576L, 1_576L + 12_304);
    assertThat(in.untilWholeNs(bench.frame(a, 64))).isZero();
  }

  @Test
  void aPortThatTakesFramesWholeHasNothingLeftToWaitFor() {
    chain(0);
    assertThat(in.untilWholeNs(bench.frame(a, 1518))).isZero();
  }

  @Test
  void aDamagedFramePassesTheEarlySwitchAndIsCountedWhereItIsTakenWhole() {
    in.takeEarly(EthernetPort.CUT_THROUGH_BYTES);
    chain(0.5);
    a.send(bench.frame(a, 1518).tagged(VlanTag.of(7)));
    bench.simulation.run(GIGABIT);
    assertThat(handedOverNs).hasSize(1);
    assertThat(bench.arrivals).isEmpty();
    assertThat(bench.count("s.p1.damaged")).isZero();
    assertThat(bench.count("b.eth0.damaged")).isEqualTo(1);
    assertThat(bench.simulation.conservation().violations()).isEmpty();
  }

  @Test
  void aFrameStaysDamagedWhateverTagsItGets() {
    Frame damaged = bench.frame(a, 100).damaged();
    assertThat(damaged.tagged(VlanTag.of(7)).isDamaged()).isTrue();
    assertThat(damaged.tagged(VlanTag.of(7)).untagged().isDamaged()).isTrue();
    assertThat(bench.frame(a, 100).isDamaged()).isFalse();
  }

  @Test
  void lessThanAHeaderIsRefused() {
    assertThatThrownBy(() -> in.takeEarly(13))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 13");
  }
}
