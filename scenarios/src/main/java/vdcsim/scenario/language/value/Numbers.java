package vdcsim.scenario.language.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import vdcsim.scenario.language.yaml.Printable;

/** Numbers without a unit, as YAML 1.2's core schema writes them. */
public final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final int MOST_CHARACTERS = 40;

  private Numbers() {}

  /**
   * A whole number within bounds, both included; {@code 0x} and {@code 0o} as in YAML.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static long whole(String text, long least, long most) {
    BigInteger number = wholeNumber(text.strip());
    if (number.compareTo(BigInteger.valueOf(least)) < 0
        || number.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new IllegalArgumentException(
          "the number must lie between "
              + least
              + " and "
              + most
              + ", was "
              + Printable.shorten(text));
    }
    return number.longValueExact();
  }

  private static BigInteger wholeNumber(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      if (text.matches("0x[0-9a-fA-F]+")) {
        return new BigInteger(text.substring(2), 16);
      } else if (text.matches("0o[0-7]+")) {
        return new BigInteger(text.substring(2), 8);
      } else if (text.matches("[+-]?\\d+")) {
        return new BigInteger(text);
      }
    }
    throw new IllegalArgumentException(
        "'" + Printable.shorten(text) + "' is not a whole number; write digits only, as '3'");
  }

  /**
   * A finite number.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static double decimal(String text) {
    String plain = text.strip();
    if (plain.length() > MOST_CHARACTERS || !DECIMAL.matcher(plain).matches()) {
      throw new IllegalArgumentException(
          "'" + Printable.shorten(text) + "' is not a number; write one as '0.5' or '1e-9'");
    }
    double number = new BigDecimal(plain).doubleValue();
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException("the number " + Printable.shorten(text) + " is too large");
    }
    return number;
  }
}
