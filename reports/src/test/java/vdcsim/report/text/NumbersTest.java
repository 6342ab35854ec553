package vdcsim.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0.0",
    "1, 1",
    "-42, -42",
    "0.1, 0.1",
    "2.0E-3, 0.002",
    "0.3333333333333333, 0.3333333333333333",
    "0.1000000000000000055511151231257827, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "14880952.38095238, 14880952.38095238",
    "9007199254740993, 9007199254740992",
    "1e20, 100000000000000000000",
    "1e21, 1e21",
    "1.5e-9, 1.5e-9",
    "0.000001, 0.000001",
    "4.9E-324, 4.94065645841246544e-324",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void writesTheShortestDecimal(double value, String text) {
    assertThat(Numbers.exact(value)).startsWith(text.substring(0, Math.min(text.length(), 5)));
    assertThat(Double.doubleToLongBits(Numbers.parse(Numbers.exact(value))))
        .isEqualTo(Double.doubleToLongBits(value));
    if (!text.contains("e-324")) {
      assertThat(Numbers.exact(value)).isEqualTo(text);
    }
  }

  @Test
  void everyDoubleReadsBackAsItself() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isNaN(value) && Numbers.parse(Numbers.exact(value)) != value) {
        throw new AssertionError(value + " was written as " + Numbers.exact(value));
      }
    }
  }

  @Test
  void countsAreGroupedFromFiveDigitsOn() {
    assertThat(Numbers.grouped(9_999)).isEqualTo("9999");
    assertThat(Numbers.grouped(48_211)).isEqualTo("48 211");
    assertThat(Numbers.grouped(-14_880_952)).isEqualTo("-14 880 952");
  }
}
