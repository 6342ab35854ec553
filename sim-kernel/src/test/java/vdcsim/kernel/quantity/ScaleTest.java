package vdcsim.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "0, NANOSECONDS, 0 ns",
    "12, NANOSECONDS, 12 ns",
    "12345, NANOSECONDS, 12.35 µs",
    "999960, NANOSECONDS, 1 ms",
    "999940, NANOSECONDS, 999.9 µs",
    "999960000, NANOSECONDS, 1 s",
    "59999600000, NANOSECONDS, 60 s",
    "90e9, NANOSECONDS, 90 s",
    "599.99e9, NANOSECONDS, 10 min",
    "599.9e9, NANOSECONDS, 599.9 s",
    "7200e9, NANOSECONDS, 120 min",
    "-12345, NANOSECONDS, -12.35 µs",
    "0.25, NANOSECONDS, 0.25 ns",
    "9.4e9, BITS_PER_SECOND, 9.4 Gb/s",
    "999.96e6, BYTES, 1 GB",
    "1500, BYTES, 1.5 kB",
    "1500000e12, BYTES, 1500000 TB",
    "0.123456, RATIO, 12.35 %",
    "1, RATIO, 100 %",
    "14880952, FRAMES_PER_SECOND, 14.88 M frames/s",
    "7, COUNT, 7",
    "1234567, COUNT, 1.235 M",
    "2.4e9, HERTZ, 2.4 GHz",
    "1500, METRES, 1.5 km",
    "NaN, NANOSECONDS, -",
    "Infinity, BYTES, -",
  })
  void aValueIsShownWithFourDigitsOnAReadableScale(double value, Unit unit, String text) {
    assertThat(Scale.format(value, unit)).isEqualTo(text);
  }

  @Test
  void digitsLeftOfThePointAreNeverRoundedAway() {
    assertThat(new Scale(1, "frames/s").number(14_880_952, 4)).isEqualTo("14880952");
    assertThat(new Scale(1, "").number(99_999.6, 4)).isEqualTo("100000");
  }

  @Test
  void aScaleSuitsTheLargestValueOfAnAxis() {
    Scale scale = Scale.of(Unit.NANOSECONDS, 3.2e6);
    assertThat(scale).isEqualTo(new Scale(1e6, "ms"));
    assertThat(scale.apply(500_000)).isEqualTo(0.5);
    assertThat(Scale.of(Unit.NANOSECONDS, 1e12)).isEqualTo(new Scale(6e10, "min"));
  }

  @ParameterizedTest
  @CsvSource({
    "NANOSECONDS, ns",
    "BYTES, B",
    "BITS_PER_SECOND, bit/s",
    "RATIO, ratio",
    "NONE, ''",
  })
  void unitsHaveTheirSymbols(Unit unit, String symbol) {
    assertThat(unit.symbol()).isEqualTo(symbol);
  }
}
