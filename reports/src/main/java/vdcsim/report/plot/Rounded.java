package vdcsim.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with so few digits that they fit into a cell. */
final class Rounded {
  private static final int DIGITS = 3;

  private Rounded() {}

  /** Three digits, or all of those before the point. */
  static String of(double value) {
    if (Math.abs(value) >= StrictMath.pow(10, DIGITS - 1)) {
      return Long.toString(StrictMath.round(value));
    }
    BigDecimal rounded = new BigDecimal(value, new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
