package vdcsim.kernel.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @Test
  void ratesCountBitsNotBytes() {
    assertThat(DataRate.ofGigabits(10)).isEqualTo(new DataRate(10_000_000_000L));
    assertThat(DataRate.ofMegabits(100)).isEqualTo(new DataRate(100_000_000));
    assertThatThrownBy(() -> DataRate.ofGigabits(Long.MAX_VALUE / 1000))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void whatCannotBeIsRefusedWithItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataRate(0))
        .withMessage("a data rate must be at least 1 bps, was 0 bps");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSize(-1))
        .withMessage("a size must not be negative, was -1 B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Frequency(0))
        .withMessage("a frequency must be at least 1 Hz, was 0 Hz");
    assertThat(new DataSize(0).bytes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.1})
  void ratiosAndRatesAreFiniteAndNotNegative(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(value));
    assertThatIllegalArgumentException().isThrownBy(() -> new EventRate(value));
  }

  @Test
  void aRatioMayBeZeroButARateOfHappeningsMayNot() {
    assertThat(new Ratio(0).value()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventRate(0))
        .withMessage("a rate must be more than 0 /s and finite, was 0.0 /s");
  }
}
