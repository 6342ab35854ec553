package vdcsim.kernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

class MetricsTest {
  private long now;
  private final Metrics metrics = new Metrics(() -> now);

  @Test
  void aCounterStartsAnewAfterTheWarmUpButKeepsItsTotal() {
    Counter counter = metrics.counter("link.received", Unit.FRAMES);
    counter.add(5);
    metrics.restart();
    counter.increment();
    counter.add(2);
    assertThat(counter.value()).isEqualTo(3);
    assertThat(counter.total()).isEqualTo(8);
    assertThat(only().statistic("value")).hasValue(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counter.add(-1))
        .withMessage("link.received cannot shrink, was given -1");
  }

  @Test
  void aLevelOfTwoForTenAndFiveForThirtyNanosecondsIsFourPoint25OnAverage() {
    TimeWeighted level = metrics.timeWeighted("port.queue", Unit.FRAMES);
    level.set(2);
    now = 10;
    level.add(3);
    now = 40;
    assertThat(only()).isEqualTo(new Measurement.Level("port.queue", Unit.FRAMES, 4.25, 0, 5, 5));
  }

  @Test
  void aLevelGoesOnOverTheWarmUpButItsMeanStartsAnew() {
    TimeWeighted level = metrics.timeWeighted("port.queue", Unit.FRAMES);
    level.set(100);
    now = 10;
    level.set(4);
    now = 20;
    metrics.restart();
    assertThat(only()).isEqualTo(new Measurement.Level("port.queue", Unit.FRAMES, 4, 4, 4, 4));
    now = 30;
    level.set(8);
    now = 40;
    assertThat(only()).isEqualTo(new Measurement.Level("port.queue", Unit.FRAMES, 6, 4, 8, 8));
  }

  @Test
  void aRateCountsPerSecondOfMeasuredTime() {
    Counter counter = metrics.counter("a.count", Unit.FRAMES);
    metrics.rate("a.rate", Unit.FRAMES_PER_SECOND, counter::value);
    counter.add(1000);
    now = 5_000_000_000L;
    metrics.restart();
    assertThat(metrics.read()).hasSize(1); // No time was measured: there is no rate.
    counter.add(30);
    now = 7_000_000_000L;
    assertThat(metrics.measuredNs()).isEqualTo(2_000_000_000L);
    assertThat(metrics.read().get(1).statistic("value")).hasValue(15);
  }

  @Test
  void aRateOfATotalCountsWhatCameAfterTheWarmUp() {
    double[] total = {1000};
    metrics.rateOfTotal("a.rate", Unit.FRAMES_PER_SECOND, () -> total[0]);
    now = 5_000_000_000L;
    metrics.restart();
    assertThat(metrics.read()).isEmpty(); // No time was measured: there is no rate.
    total[0] += 30;
    now = 7_000_000_000L;
    assertThat(only().statistic("value")).hasValue(15);
  }

  @Test
  void theLatestOutlivesTheWarmUpAndDoesNotExistBefore() {
    Latest latest = metrics.latest("a", ".boot-time", Unit.NANOSECONDS);
    assertThat(metrics.read()).isEmpty();
    latest.set(7);
    latest.set(5);
    metrics.restart();
    assertThat(only()).isEqualTo(new Measurement.Scalar("a.boot-time", Unit.NANOSECONDS, 5));
  }

  @Test
  void aFigureThatDoesNotExistIsLeftOut() {
    metrics.figure("a.loss", Unit.RATIO, () -> 0.0 / 0.0);
    assertThat(metrics.read()).isEmpty();
    assertThat(metrics.units()).containsEntry("a.loss", Unit.RATIO);
  }

  @Test
  void coursesAndStatesKeepTheWarmUp() {
    Series series = metrics.series("a.throughput", Unit.BITS_PER_SECOND);
    StateLog states = metrics.states("b.state");
    series.record(1);
    states.enter("blocking");
    states.enter("blocking");
    now = 15;
    metrics.restart();
    series.record(2);
    states.enter("forwarding");
    now = 20;
    assertThat(metrics.read())
        .containsExactly(
            new Measurement.Course(
                "a.throughput", Unit.BITS_PER_SECOND, List.of(0L, 15L), List.of(1.0, 2.0)),
            new Measurement.States(
                "b.state", List.of(0L, 15L), List.of("blocking", "forwarding"), 20));
  }

  @Test
  void measurementsAreSortedByName() {
    metrics.counter("zebra", Unit.COUNT);
    metrics.counter("ant", Unit.COUNT);
    assertThat(metrics.read()).extracting(Measurement::metric).containsExactly("ant", "zebra");
    assertThat(metrics.units().keySet()).containsExactly("ant", "zebra");
  }

  @Test
  void aNameIsGivenOnce() {
    metrics.counter("a", Unit.COUNT);
    assertThatIllegalStateException()
        .isThrownBy(() -> metrics.tally("a", Unit.COUNT))
        .withMessage("there are two metrics named 'a'");
  }

  /** Names that are joined later are the same as whole ones, and stay so as the table grows. */
  @Test
  void manyNamesAreFoundAgain() {
    for (int i = 0; i < 1000; i++) {
      assertThat(metrics.has("vm" + i + ".state")).isFalse();
      metrics.states("vm" + i, ".state");
    }
    assertThat(metrics.units()).hasSize(1000);
    assertThat(List.copyOf(metrics.units().keySet())).isSorted();
    for (int i = 0; i < 1000; i++) {
      String name = "vm" + i + ".state";
      assertThat(metrics.has(name)).isTrue();
      assertThatIllegalStateException()
          .isThrownBy(() -> metrics.counter(name, Unit.COUNT))
          .withMessage("there are two metrics named '" + name + "'");
    }
  }

  private Measurement only() {
    assertThat(metrics.read()).hasSize(1);
    return metrics.read().get(0);
  }
}
