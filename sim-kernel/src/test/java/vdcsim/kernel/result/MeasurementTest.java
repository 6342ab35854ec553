package vdcsim.kernel.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Unit;

class MeasurementTest {
  @Test
  void aScalarHasAValueAndNothingElse() {
    Measurement scalar = new Measurement.Scalar("a", Unit.COUNT, 3);
    assertThat(scalar.statistic("value")).hasValue(3);
    assertThat(scalar.statistic("mean")).isEmpty();
  }

  @Test
  void aPercentileIsTheSmallestValueThatEnoughObservationsDoNotExceed() {
    Measurement sample =
        new Measurement.Sample(
            "a",
            Unit.NANOSECONDS,
            4,
            25,
            13,
            10,
            40,
            List.of(new Quantile(10, 0.25), new Quantile(20, 0.5), new Quantile(40, 1)));
    assertThat(sample.statistic("p25")).hasValue(10);
    assertThat(sample.statistic("p25.1")).hasValue(20);
    assertThat(sample.statistic("p50")).hasValue(20);
    assertThat(sample.statistic("p51")).hasValue(40);
    assertThat(sample.statistic("p0")).hasValue(10);
    assertThat(sample.statistic("count")).hasValue(4);
  }

  @Test
  void aLevelHasMeanExtremesAndTheLast() {
    Measurement level = new Measurement.Level("a", Unit.FRAMES, 2.5, 0, 9, 4);
    assertThat(level.statistics())
        .map(name -> level.statistic(name).orElseThrow())
        .containsExactly(2.5, 0.0, 9.0, 4.0);
    assertThat(level.statistic("p50")).isEmpty();
  }

  @Test
  void aCourseHasItsLastValue() {
    Measurement course =
        new Measurement.Course("a", Unit.COUNT, List.of(0L, 5L), List.of(1.0, 2.0));
    assertThat(course.statistic("last")).hasValue(2);
    assertThat(new Measurement.Course("a", Unit.COUNT, List.of(), List.of()).statistic("last"))
        .isEmpty();
  }

  @Test
  void timesWithoutValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measurement.Course("a", Unit.COUNT, List.of(0L), List.of()))
        .withMessage("a has 1 times for 0 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measurement.States("a", List.of(), List.of("up"), 3))
        .withMessage("a has 0 times for 1 states");
  }

  @Test
  void anAxisIsNumericWhenEveryValueIsANumber() {
    Axis rates =
        new Axis(
            "workloads.stream.rate",
            Unit.BITS_PER_SECOND,
            List.of("1 Mbps", "2 Mbps"),
            List.of(OptionalDouble.of(1e6), OptionalDouble.of(2e6)));
    assertThat(rates.numeric()).isTrue();
    assertThat(rates.label()).isEqualTo("rate");
    Axis names = new Axis("technique", Unit.NONE, List.of("x"), List.of(OptionalDouble.empty()));
    assertThat(names.numeric()).isFalse();
    assertThat(names.label()).isEqualTo("technique");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Axis("a", Unit.NONE, List.of("x"), List.of()))
        .withMessage("an axis needs a number a value, had 0 for 1");
  }
}
