package vdcsim.kernel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.RandomStreams;

class ConfidenceIntervalTest {
  @Test
  void oneToFiveLieAroundThreeWithinStudentsT() {
    // t(4; 0.975) = 2.776445 in every table; the standard error is sqrt(2.5 / 5) = 0.707107.
    ConfidenceInterval interval = ConfidenceInterval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    assertThat(interval.mean()).isEqualTo(3);
    assertThat(interval.halfWidth()).isCloseTo(1.963243, within(1e-6));
    assertThat(interval.low()).isCloseTo(1.036757, within(1e-6));
    assertThat(interval.high()).isCloseTo(4.963243, within(1e-6));
  }

  @Test
  void twoValuesUseOneDegreeOfFreedom() {
    // t(1; 0.975) = 12.7062; the standard error of 0 and 2 is 1.
    assertThat(ConfidenceInterval.of(List.of(0.0, 2.0)).halfWidth())
        .isCloseTo(12.7062, within(1e-4));
  }

  @Test
  void oneValueHasNoInterval() {
    assertThat(ConfidenceInterval.of(List.of(7.0))).isEqualTo(new ConfidenceInterval(1, 7, 0));
  }

  @Test
  void equalValuesHaveAnIntervalOfNoWidth() {
    assertThat(ConfidenceInterval.of(List.of(0.1, 0.1, 0.1)).halfWidth())
        .isCloseTo(0, within(1e-15));
  }

  @Test
  void noValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.of(List.of()))
        .withMessage("an interval needs at least one value, had none");
  }

  @Test
  void nineteenInTwentyIntervalsHoldTheTruth() {
    RandomStream random = new RandomStreams(3, 0).stream("test");
    int held = 0;
    for (int i = 0; i < 1000; i++) {
      ConfidenceInterval interval =
          ConfidenceInterval.of(
              java.util.stream.DoubleStream.generate(() -> sumOfTwelve(random))
                  .limit(5)
                  .boxed()
                  .toList());
      held += interval.low() <= 6 && 6 <= interval.high() ? 1 : 0;
    }
    // 950 expected, with a deviation of sqrt(1000 * 0.95 * 0.05) = 6.9.
    assertThat(held).isBetween(929, 971);
  }

  /** Nearly normal, with a mean of 6. */
  private static double sumOfTwelve(RandomStream random) {
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
