package vdcsim.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.statistics.ConfidenceInterval;

class PrecisionTest {

  @Test
  void aColumnSharesItsScaleAndDecimals() {
    Precision precision = Precision.of(Unit.BITS_PER_SECOND, List.of(9.41e9, 0.31e9));
    assertThat(precision.scale().symbol()).isEqualTo("Gb/s");
    assertThat(precision.show(9.41e9)).isEqualTo("9.410");
    assertThat(precision.show(0.31e9)).isEqualTo("0.310");
    assertThat(precision.show(new ConfidenceInterval(5, 9.41e9, 0.0204e9)))
        .isEqualTo("9.410 ± 0.020");
    assertThat(precision.show(new ConfidenceInterval(5, 9.41e9, 1e3))).isEqualTo("9.410 ± 0.000");
    assertThat(precision.show(new ConfidenceInterval(5, 9.41e9, 0))).isEqualTo("9.410 ± 0");
  }

  @Test
  void countsAreWrittenInFull() {
    Precision precision = Precision.of(Unit.FRAMES, List.of(48_211.0, 7.0));
    assertThat(precision.show(48_211)).isEqualTo("48 211");
    assertThat(precision.show(7)).isEqualTo("7");
  }

  @Test
  void aValueTooSmallForTheColumnKeepsThreeDigits() {
    Precision precision = Precision.of(Unit.NANOSECONDS, List.of(18_370_000.0, 37_400.0));
    assertThat(precision.show(18_370_000)).isEqualTo("18.37");
    assertThat(precision.show(37_400)).isEqualTo("0.0374");
    assertThat(precision.show(0.0374)).isEqualTo("3.74e-8");
    assertThat(precision.show(0)).isEqualTo("0");
  }
}
