package vdcsim.hardware.ethernet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.kernel.Simulation;

class BackOffTest {
  private final BackOff backOff = new BackOff(new Simulation(1, 0).random().stream("a.backoff"));

  private int[] draws(int attempts) {
    return IntStream.range(0, 20_000).map(i -> backOff.slots(attempts)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 7", "9, 511", "10, 1023", "11, 1023", "15, 1023"})
  void afterKAttemptsEachNumberOfSlotsBelow2ToTheKIsEquallyLikely(int attempts, int most) {
    int[] draws = draws(attempts);
    assertThat(IntStream.of(draws).min()).hasValue(0);
    assertThat(IntStream.of(draws).max()).hasValue(most);
    // The mean of 20 000 draws strays from the middle by at most 4 standard errors.
    double error = (most + 1) / Math.sqrt(12 * 20_000);
    assertThat(IntStream.of(draws).average().orElseThrow())
        .isBetween(most / 2.0 - 4 * error, most / 2.0 + 4 * error);
  }

  @Test
  void stationsDrawFromStreamsOfTheirOwn() {
    BackOff other = new BackOff(new Simulation(1, 0).random().stream("b.backoff"));
    int[] others = IntStream.range(0, 20_000).map(i -> other.slots(10)).toArray();
    assertThat(draws(10)).isNotEqualTo(others);
  }
}
