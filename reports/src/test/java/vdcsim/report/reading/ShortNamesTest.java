package vdcsim.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Unit;

class ShortNamesTest {

  @Test
  void namesAreAsShortAsTheyCanBeAndStillDiffer() {
    assertThat(ShortNames.of(List.of("stream.rate", "probe.loss"))).containsExactly("rate", "loss");
    assertThat(ShortNames.of(List.of("a.h1.sent", "a.h2.sent")))
        .containsExactly("h1.sent", "h2.sent");
    assertThat(ShortNames.of(List.of("sent"))).containsExactly("sent");
  }

  @Test
  void aStatisticStaysWithItsMetric() {
    Reading mean = new Reading("echo.round-trip-time", "mean", Unit.NANOSECONDS);
    Reading p99 = new Reading("echo.round-trip-time", "p99", Unit.NANOSECONDS);
    Reading rate = new Reading("stream.throughput", "value", Unit.BITS_PER_SECOND);
    assertThat(ShortNames.ofReadings(List.of(mean, p99, rate)))
        .containsExactly("round-trip-time mean", "round-trip-time p99", "throughput");
  }

  @Test
  void aSharedEndIsTakenOff() {
    assertThat(ShortNames.withoutEnd(List.of("s1.p1.state", "s2.p1.state")))
        .containsExactly("s1.p1", "s2.p1");
    assertThat(ShortNames.withoutEnd(List.of("s1.p1.state"))).containsExactly("s1.p1.state");
    assertThat(ShortNames.withoutEnd(List.of("a.x", "a.y"))).containsExactly("a.x", "a.y");
  }
}
