package vdcsim.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.statistics.ConfidenceInterval;

/**
 * How the numbers of one row or column are written: on one scale, with the same number of decimals,
 * so that they can be compared at a glance.
 *
 * @param scale the scale, with its symbol
 * @param decimals digits after the point
 */
public record Precision(Scale scale, int decimals) {
  private static final int SIGNIFICANT = 4;
  private static final int MOST_DECIMALS = 300;
  private static final int MOST_ADDED = 3;

  /** Counts below this are written in full, not in thousands. */
  private static final double IN_FULL = 1e6;

  /** Four significant digits for the largest of {@code values}; none after the point for counts. */
  public static Precision of(Unit unit, Collection<Double> values) {
    double largest = 0;
    for (double value : values) {
      largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    Scale scale = Scale.of(unit, largest < IN_FULL && counts(unit) ? 1 : largest);
    boolean whole =
        values.stream().map(scale::apply).allMatch(v -> v == Math.rint(v) && Math.abs(v) < 1e9);
    boolean none = whole || largest == 0;
    return new Precision(scale, none ? 0 : decimals(scale.apply(largest), SIGNIFICANT));
  }

  private static boolean counts(Unit unit) {
    return switch (unit) {
      case NONE, COUNT, FRAMES, CYCLES -> true;
      case NANOSECONDS,
          BYTES,
          BITS_PER_SECOND,
          FRAMES_PER_SECOND,
          PER_SECOND,
          HERTZ,
          METRES,
          RATIO ->
          false;
    };
  }

  /** How many decimals a positive number needs for so many significant digits. */
  private static int decimals(double number, int significant) {
    BigDecimal exact = new BigDecimal(number);
    int digitsBeforePoint = exact.precision() - exact.scale();
    return Math.max(0, Math.min(MOST_DECIMALS, significant - digitsBeforePoint));
  }

  /** A value of the base unit. One too small for the decimals gets three significant digits. */
  public String show(double value) {
    return show(value, decimals(value));
  }

  /** A mean and half the width of its interval, as {@code 9.410 ± 0.020}. */
  public String show(ConfidenceInterval interval) {
    int digits = decimals(interval.mean());
    String mean = show(interval.mean(), digits);
    return interval.count() < 2 ? mean : mean + " ± " + show(interval.halfWidth(), digits);
  }

  private int decimals(double value) {
    double smallest = StrictMath.pow(10, 1.0 - decimals);
    double scaled = Math.abs(scale.apply(value));
    boolean small = decimals > 0 && scaled > 0 && scaled < smallest;
    return small ? decimals(scaled, 3) : decimals;
  }

  private String show(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Numbers.exact(value);
    }
    if (digits > decimals + MOST_ADDED) {
      return Numbers.exact(
          new BigDecimal(scale.apply(value)).round(new MathContext(3)).doubleValue());
    }
    BigDecimal rounded = new BigDecimal(scale.apply(value)).setScale(digits, RoundingMode.HALF_UP);
    if (value == 0) {
      return "0";
    }
    return digits == 0 && rounded.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
        ? Numbers.grouped(rounded.longValue())
        : rounded.toPlainString();
  }
}
