package vdcsim.kernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

class TallyTest {
  private final Tally tally = new Metrics(() -> 0).tally("probe.delay", Unit.NANOSECONDS);

  @Test
  void oneToAHundredHaveTheMean50Point5AndTheirPercentiles() {
    LongStream.rangeClosed(1, 100).forEach(tally::record);
    assertThat(statistic("count")).isEqualTo(100);
    assertThat(statistic("mean")).isEqualTo(50.5);
    // The variance of 1..n is n(n+1)/12 = 841.666.
    assertThat(statistic("stddev")).isCloseTo(29.011492, within(1e-6));
    assertThat(statistic("min")).isEqualTo(1);
    assertThat(statistic("max")).isEqualTo(100);
    assertThat(statistic("p50")).isEqualTo(50);
    assertThat(statistic("p90")).isEqualTo(90);
    assertThat(statistic("p99")).isEqualTo(99);
    assertThat(statistic("p99.9")).isEqualTo(100);
    assertThat(statistic("p100")).isEqualTo(100);
  }

  @Test
  void percentilesAreRightToOnePartInAThousand() {
    LongStream.rangeClosed(1, 100_000).map(i -> i * 1000).forEach(tally::record);
    for (double percent : new double[] {1, 25, 50, 75, 90, 99, 99.9, 99.99}) {
      double exact = percent * 1_000_000;
      assertThat(statistic("p" + (percent % 1 == 0 ? "" + (long) percent : "" + percent)))
          .as("p" + percent)
          .isCloseTo(exact, within(0.006 * 100_000_000 * (percent < 99 ? 1 : 0.1)));
    }
  }

  @Test
  void onePercentilesValueIsNoSmallerThanItsShareOfTheObservations() {
    for (int i = 0; i < 99; i++) {
      tally.record(10);
    }
    tally.record(5000);
    assertThat(statistic("p99")).isEqualTo(10);
    assertThat(statistic("p99.1")).isEqualTo(5000);
  }

  @Test
  void oneObservationHasNoDeviation() {
    tally.record(7);
    assertThat(statistic("mean")).isEqualTo(7);
    assertThat(statistic("stddev")).isZero();
    assertThat(statistic("p50")).isEqualTo(7);
  }

  @Test
  void nothingObservedHasACountAndNothingElse() {
    assertThat(statistic("count")).isZero();
    assertThat(tally.read(0).statistic("mean")).isEmpty();
    assertThat(tally.read(0).statistic("p50")).isEmpty();
    assertThat(tally.max()).isZero();
  }

  @Test
  void theWarmUpIsForgotten() {
    tally.record(1_000_000);
    tally.restart(5);
    assertThat(tally.count()).isZero();
    tally.record(3);
    tally.record(5);
    assertThat(statistic("mean")).isEqualTo(4);
    assertThat(statistic("max")).isEqualTo(5);
    assertThat(statistic("p100")).isEqualTo(5);
    assertThat(statistic("stddev")).isCloseTo(Math.sqrt(2), within(1e-12));
  }

  @Test
  void theLargestNumberIsTakenIn() {
    tally.record(Long.MAX_VALUE);
    tally.record(0);
    assertThat(tally.max()).isEqualTo(Long.MAX_VALUE);
    assertThat(statistic("p50")).isZero();
  }

  @Test
  void negativeOnesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.record(-1))
        .withMessage("probe.delay takes no negative values, was given -1");
    assertThat(tally.count()).isZero();
  }

  @Test
  void unknownStatisticsDoNotExist() {
    tally.record(1);
    Measurement measurement = tally.read(0);
    for (String name : new String[] {"value", "p", "p101", "p-1", "p5x", "median", ""}) {
      assertThat(measurement.statistic(name)).as(name).isEmpty();
    }
    for (String name : measurement.statistics()) {
      assertThat(measurement.statistic(name)).as(name).isPresent();
    }
  }

  private double statistic(String name) {
    return tally.read(0).statistic(name).orElseThrow();
  }
}
