package vdcsim.kernel.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * A readable scale for values of one unit: 0.000 012 s is 12 µs.
 *
 * @param factor how many base units one of the scale is
 * @param symbol what stands after the number; empty for pure numbers
 */
public record Scale(double factor, String symbol) {
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
  private static final List<Scale> TIMES =
      List.of(
          new Scale(1, "ns"),
          new Scale(1e3, "µs"),
          new Scale(1e6, "ms"),
          new Scale(1e9, "s"),
          new Scale(6e10 * 10, "min"));
  private static final List<Scale> BIT_RATES = thousands("bit/s", "kb/s", "Mb/s", "Gb/s", "Tb/s");
  private static final List<Scale> BYTES = thousands("B", "kB", "MB", "GB", "TB");
  private static final List<Scale> HERTZ = thousands("Hz", "kHz", "MHz", "GHz");
  private static final List<Scale> COUNTS = thousands("", "k", "M", "G");
  private static final List<Scale> RATES = thousands("/s", "k/s", "M/s", "G/s");
  private static final List<Scale> FRAMES = thousands("frames", "k frames", "M frames");
  private static final List<Scale> FRAME_RATES = thousands("frames/s", "k frames/s", "M frames/s");
  private static final List<Scale> CYCLES = thousands("cycles", "k cycles", "M cycles", "G cycles");

  private static List<Scale> thousands(String... symbols) {
    Scale[] scales = new Scale[symbols.length];
    for (int i = 0; i < symbols.length; i++) {
      scales[i] = new Scale(new BigDecimal(1).scaleByPowerOfTen(3 * i).doubleValue(), symbols[i]);
    }
    return List.of(scales);
  }

  /**
   * The largest scale on which {@code magnitude} is at least 1 when rounded to four digits, else
   * the smallest: 999.96 ms is 1 s.
   */
  public static Scale of(Unit unit, double magnitude) {
    List<Scale> scales = scales(unit);
    Scale best = scales.get(0);
    double rounded = Math.abs(Double.isFinite(magnitude) ? rounded(magnitude) : magnitude);
    for (Scale scale : scales) {
      if (rounded >= scale.factor) {
        best = scale;
      }
    }
    return best.symbol.equals("min") ? new Scale(6e10, "min") : best;
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(FOUR_DIGITS).doubleValue();
  }

  private static List<Scale> scales(Unit unit) {
    return switch (unit) {
      case NONE, COUNT -> COUNTS;
      case NANOSECONDS -> TIMES;
      case BYTES -> BYTES;
      case BITS_PER_SECOND -> BIT_RATES;
      case FRAMES -> FRAMES;
      case FRAMES_PER_SECOND -> FRAME_RATES;
      case PER_SECOND -> RATES;
      case HERTZ -> HERTZ;
      case CYCLES -> CYCLES;
      case METRES -> List.of(new Scale(1, "m"), new Scale(1e3, "km"));
      case RATIO -> List.of(new Scale(0.01, "%"));
    };
  }

  /** A value of the base unit on this scale. */
  public double apply(double value) {
    return value / factor;
  }

  /** A value of the base unit on this scale, with up to {@code digits} significant digits. */
  public String number(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    BigDecimal scaled = new BigDecimal(apply(value));
    BigDecimal rounded = scaled.round(new MathContext(digits, RoundingMode.HALF_UP));
    // Digits left of the point are never rounded away: 14 880 952 stays exact.
    if (rounded.scale() < 0) {
      rounded = scaled.setScale(0, RoundingMode.HALF_UP);
    }
    String plain = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return plain;
  }

  /** A value of a unit as text, as {@code 12.3 µs}: four significant digits, a readable scale. */
  public static String format(double value, Unit unit) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    Scale scale = of(unit, value);
    return (scale.number(value, 4) + " " + scale.symbol).strip();
  }
}
