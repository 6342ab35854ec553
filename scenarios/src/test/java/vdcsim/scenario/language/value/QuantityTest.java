package vdcsim.scenario.language.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.kernel.quantity.Unit;

final class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "TIME, 5 ms, 5000000",
    "TIME, 5ms, 5000000",
    "TIME, ' 0.5  us ', 500",
    "TIME, 3 µs, 3000",
    "TIME, 3 μs, 3000",
    "TIME, 1e3 ns, 1000",
    "TIME, 36500 d, 3153600000000000000",
    "TIME, 9223372036854775807 ns, 9223372036854775807",
    "TIME, 0 s, 0",
    "DATA_RATE, 10 Gbps, 10000000000",
    "DATA_RATE, 2.5 Gbit/s, 2500000000",
    "DATA_SIZE, 4 GiB, 4294967296",
    "DATA_SIZE, 1.5 kB, 1500",
    "FREQUENCY, 2.4 GHz, 2400000000",
    "EVENT_RATE, 0.5 /s, 0.5",
    "RATIO, 80 %, 0.80",
    "RATIO, 0.8, 0.8",
  })
  void textsAreExactInTheBaseUnit(Quantity quantity, String text, String base) {
    assertThat(quantity.base(text)).isEqualByComparingTo(base);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TIME | 5 | the number 5 needs a unit: ns, us, µs, ms, s, min, h, d",
        "TIME | 5 Ms | 'Ms' is no unit of a time; did you mean 'ms'?",
        "TIME | five ms | 'five ms' is not a time; write a number and a unit, as '5 ms'",
        "TIME | 0.5 ns | a time must be a whole number of ns, was 0.5 ns",
        "TIME | -1 s | a time must not be negative, was -1 s",
        "TIME | 9223372036854775808 ns | '9223372036854775808 ns' is too large or too small: the"
            + " most is 9223372036854775807 ns",
        "TIME | 1e9999 s | '1e9999 s' is too large or too small: the most is 9223372036854775807"
            + " ns",
        "TIME | 1e99999 s | '1e99999 s' is not a time; write a number and a unit, as '5 ms'",
        "DATA_SIZE | 1 KB | 'KB' is no unit of a size; did you mean 'kB'?",
        "DATA_SIZE | .inf | '.inf' is not a size; write a number and a unit, as '1500 B' or '4"
            + " GiB'",
        "RATIO | many | 'many' is not a ratio; write a number or a percentage, as '0.8' or '80 %'",
      })
  void whatIsNoQuantityIsRefused(Quantity quantity, String text, String message) {
    assertThatThrownBy(() -> quantity.base(text)).hasMessage(message);
  }

  @Test
  void numbersWithoutAUnit() {
    assertThat(Numbers.whole("0x1F", 0, 100)).isEqualTo(31);
    assertThat(Numbers.whole("0o17", 0, 100)).isEqualTo(15);
    assertThat(Numbers.whole("-5", -10, 100)).isEqualTo(-5);
    assertThat(Numbers.decimal("1e-3")).isEqualTo(0.001);
    assertThatThrownBy(() -> Numbers.whole("101", 0, 100))
        .hasMessage("the number must lie between 0 and 100, was 101");
    assertThatThrownBy(() -> Numbers.decimal("1e999")).hasMessage("the number 1e999 is too large");
    assertThatThrownBy(() -> Numbers.decimal(".nan")).hasMessageContaining("is not a number");
  }

  @Test
  void distributionsByNameOrByPlaceOrNotAtAll() {
    Optional<Quantity> time = Quantity.ofUnit(Unit.NANOSECONDS);
    for (String text :
        new String[] {
          "exponential(mean=5 ms)",
          "exponential(mean: 5 ms)",
          "exponential( 5 ms )",
          "5 ms",
          "constant(5 ms)",
          "uniform(max=8 ms, min=2 ms)",
          "gamma(5 ms, 2)"
        }) {
      assertThat(DistributionText.parse(text, time).mean()).as(text).isBetween(4.999e6, 5.001e6);
    }
  }
}
