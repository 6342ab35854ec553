package vdcsim.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

class MetricPatternTest {
  private final Measurement sample =
      new Measurement.Sample("probe.round-trip-time", Unit.NANOSECONDS, 0, 0, 0, 0, 0, List.of());
  private final Measurement count = new Measurement.Scalar("probe.lost", Unit.FRAMES, 1);

  @Test
  void aStarStandsForAnyTextDotsIncluded() {
    assertThat(new MetricPattern("probe.*").names(sample)).isTrue();
    assertThat(new MetricPattern("*time").names(sample)).isTrue();
    assertThat(new MetricPattern("probe.lost").names(count)).isTrue();
    assertThat(new MetricPattern("probe").names(count)).isFalse();
    assertThat(new MetricPattern("probe.l.st").names(count)).isFalse();
  }

  @Test
  void aStatisticAtTheEndIsFound() {
    assertThat(new MetricPattern("probe.round-trip-time.p99").statistics(sample))
        .containsExactly("p99");
    assertThat(new MetricPattern("*.p99.9").statistics(sample)).containsExactly("p99.9");
    assertThat(new MetricPattern("*.p12.5").statistics(sample)).containsExactly("p12.5");
    assertThat(new MetricPattern("*.p99").statistics(count)).isEmpty();
    assertThat(new MetricPattern("probe.lost.value").statistics(count)).containsExactly("value");
  }
}
