package vdcsim.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as data files write them: the shortest decimal that reads back as the same double.
 *
 * <p>{@link Double#toString} is not used, because it writes other digits before JDK 19 than since
 * (JDK-4511638). Here the digits come from {@link BigDecimal}, so they are equal everywhere.
 */
public final class Numbers {
  private static final double WHOLE = 1L << 53;
  private static final int PLAIN_FROM_EXPONENT = -6;
  private static final int PLAIN_TO_EXPONENT = 21;

  private Numbers() {}

  /**
   * The shortest decimal of a double, as {@code 0.1}, {@code 1500} or {@code 1.5e-9}: plain where
   * the first digit stands between the sixth place after the point and the 21st before it, else
   * with an exponent. What is not finite is {@code NaN}, {@code Infinity} or {@code -Infinity}.
   */
  public static String exact(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return Double.doubleToRawLongBits(value) == 0 ? "0" : "-0.0";
    }
    if (Math.abs(value) < WHOLE && value == (long) value) {
      return Long.toString((long) value);
    }
    return written(shortest(value));
  }

  /** Reads what {@link #exact} wrote. */
  public static double parse(String text) {
    return Double.parseDouble(text);
  }

  /** A count with its digits in groups of three from five digits on, as {@code 48 211}. */
  public static String grouped(long count) {
    String digits = Long.toString(Math.abs(count));
    if (digits.length() < 5) {
      return Long.toString(count);
    }
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      text.insert(at, ' ');
    }
    return count < 0 ? "-" + text : text.toString();
  }

  // Fifteen digits always survive the way to a double and back; seventeen always tell two apart.
  private static BigDecimal shortest(double value) {
    BigDecimal whole = new BigDecimal(value);
    for (int digits = 15; digits < 17; digits++) {
      BigDecimal rounded = whole.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return whole.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String written(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= PLAIN_FROM_EXPONENT && exponent < PLAIN_TO_EXPONENT) {
      return number.toPlainString();
    }
    String digits = number.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }
}
