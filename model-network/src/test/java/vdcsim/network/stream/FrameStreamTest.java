package vdcsim.network.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.Lan;
import vdcsim.network.stream.FrameStreamSpec.Arrivals;

class FrameStreamTest {
  private final Lan lan = new Lan();

  private static FrameStreamSpec spec(Distribution size, double load, Arrivals arrivals) {
    Distribution tenMs = Families.constant(10e6);
    return new FrameStreamSpec(
        "h1",
        Optional.empty(),
        "h2",
        size,
        Optional.of(new Ratio(load)),
        Optional.empty(),
        arrivals,
        tenMs,
        tenMs,
        Duration.ZERO,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private void run(FrameStreamSpec spec, double seconds) {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    lan.connect(FrameStream.make("stream", spec, lan.world()));
    lan.runUntil(seconds);
  }

  @Test
  void aFullGigabitCarriesItsFramesToTheWithinAMillionth() {
    run(spec(Families.constant(64), 1, Arrivals.CONSTANT), 0.1);
    // 10^9 / (84 * 8) frames a second.
    assertThat(lan.metric("stream.frame-rate")).isCloseTo(1_488_095.2, within(15.0));
  }

  @Test
  void halfTheLoadSendsHalfTheFrames() {
    run(spec(Families.constant(1518), 0.5, Arrivals.CONSTANT), 1);
    assertThat(lan.metric("stream.sent")).isCloseTo(81_274.4 / 2, within(1.0));
    assertThat(lan.metric("stream.latency", "max")).isEqualTo((1518 + 8) * 8);
  }

  @Test
  void anOnOffStreamIsSilentHalfOfTheTime() {
    run(spec(Families.constant(1518), 1, Arrivals.ON_OFF), 1);
    assertThat(lan.metric("stream.sent")).isCloseTo(81_274.4 / 2, within(500.0));
  }

  @Test
  void poissonArrivalsWithFixedSizesWaitAsInAnMd1Queue() {
    run(spec(Families.constant(1230), 0.8, Arrivals.POISSON), 20);
    double serviceNs = 1250 * 8;
    // Pollaczek-Khinchine: rho / (2 (1 - rho)) services of waiting, then all but the gap's 96 ns.
    double mean = serviceNs * (0.8 / (2 * 0.2) + 1) - 96;
    assertThat(lan.metric("stream.latency", "mean")).isCloseTo(mean, within(0.02 * mean));
  }

  @Test
  void aFrameIsLostWhenALaterOneArrives() {
    lan.hosts("h1", "h2");
    lan.links("h1 -- h2");
    lan.connect(
        FrameStream.make(
            "stream", spec(Families.constant(1518), 0.5, Arrivals.CONSTANT), lan.world()));
    lan.simulation().schedule(100_000_000, lan.link("h1 -- h2")::failSilently);
    lan.simulation().schedule(200_000_000, lan.link("h1 -- h2")::repair);
    lan.runUntil(1);
    // A tenth of 40 637 frames a second; those on the way at the end are not lost.
    assertThat(lan.metric("stream.loss-ratio")).isCloseTo(0.1, within(0.0002));
    assertThat(lan.metric("stream.lost")).isCloseTo(4063.7, within(2.0));
  }

  @Test
  void needsALoadOrAnIntervalNotBoth() {
    Distribution one = Families.constant(1);
    assertThatThrownBy(
            () ->
                new FrameStreamSpec(
                    "h1",
                    Optional.empty(),
                    "h2",
                    one,
                    Optional.empty(),
                    Optional.empty(),
                    Arrivals.CONSTANT,
                    one,
                    one,
                    Duration.ZERO,
                    Optional.empty(),
                    List.of(),
                    Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("a frame stream needs either 'load'");
  }
}
