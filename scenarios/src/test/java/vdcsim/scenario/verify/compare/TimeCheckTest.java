package vdcsim.scenario.verify.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeCheckTest {
  private static boolean close(double simulated, Double... runs) {
    return TimeCheck.close("", "", List.of(runs), simulated).holds();
  }

  private static boolean magnitude(double simulated, Double... runs) {
    return TimeCheck.magnitude("", "", List.of(runs), simulated).holds();
  }

  @Test
  void aLongTimeMayBeOffByATenthOfTheMedian() {
    assertThat(close(46.0, 50.0, 52.0)).isTrue();
    assertThat(close(45.8, 50.0, 52.0)).isFalse();
    assertThat(close(56.0, 50.0, 52.0)).isTrue();
    assertThat(close(56.2, 50.0, 52.0)).isFalse();
  }

  @Test
  void aShortTimeMayBeOffByTwoSeconds() {
    assertThat(close(2.0, 0.01)).isTrue();
    assertThat(close(2.1, 0.01)).isFalse();
    assertThat(close(6.1, 8.0)).isTrue();
  }

  @Test
  void theMedianOfThreeIsTheMiddleOne() {
    assertThat(TimeCheck.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2.0);
    assertThat(TimeCheck.median(List.of(1.0, 2.0))).isEqualTo(1.5);
  }

  @Test
  void anOrderOfMagnitudeIsTenTimesTheFastestRun() {
    assertThat(magnitude(9.7, 17.35, 0.98)).isTrue();
    assertThat(magnitude(9.9, 17.35, 0.98)).isFalse();
    assertThat(magnitude(0.0, 17.35, 0.98)).isTrue();
    assertThat(magnitude(1.9, 0.01)).isTrue();
  }

  private static boolean within(double simulated, double least, double most) {
    return TimeCheck.within("", "", List.of(3.5), simulated, least, most).holds();
  }

  @Test
  void bothBoundsOfATimerHold() {
    assertThat(within(3.0, 3, 5)).isTrue();
    assertThat(within(2.9, 3, 5)).isFalse();
    assertThat(within(5.0, 3, 5)).isTrue();
    assertThat(within(5.1, 3, 5)).isFalse();
  }

  @Test
  void aFactorOfTwoReachesFromHalfTheFastestToTwiceTheSlowest() {
    List<Double> runs = List.of(13.0, 12.0);
    assertThat(TimeCheck.factor("", "", runs, 6.0, 2).holds()).isTrue();
    assertThat(TimeCheck.factor("", "", runs, 5.9, 2).holds()).isFalse();
    assertThat(TimeCheck.factor("", "", runs, 26.0, 2).holds()).isTrue();
    assertThat(TimeCheck.factor("", "", runs, 26.1, 2).holds()).isFalse();
  }
}
