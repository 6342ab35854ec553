package vdcsim.scenario.language.bind;

import java.util.List;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.shape.Shape;
import vdcsim.scenario.language.value.DistributionText;
import vdcsim.scenario.language.value.Numbers;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.language.yaml.Printable;

/** From single values to what their shapes describe. */
final class Scalars {
  private Scalars() {}

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static Object value(Node.Scalar scalar, Shape shape) {
    if (scalar.isNull()) {
      throw new IllegalArgumentException("a value is missing here");
    }
    try {
      return value(scalar.text(), shape);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the number " + scalar.describe() + " is out of range", e);
    }
  }

  /** A text that is not missing. */
  static String text(Node.Scalar scalar) {
    return (String) value(scalar, new Shape.Text(""));
  }

  private static Object value(String text, Shape shape) {
    if (shape instanceof Shape.Measured measured) {
      return measured.quantity().value(measured.quantity().base(text));
    } else if (shape instanceof Shape.Drawn drawn) {
      return DistributionText.parse(text, drawn.quantity());
    } else if (shape instanceof Shape.Whole whole) {
      long number = Numbers.whole(text, whole.least(), whole.most());
      return whole.type() == int.class ? (Object) (int) number : (Object) number;
    } else if (shape instanceof Shape.Decimal) {
      return Numbers.decimal(text);
    } else if (shape instanceof Shape.Flag) {
      return flag(text);
    } else if (shape instanceof Shape.Word word) {
      return word(text, word);
    }
    return Names.plainText(text);
  }

  private static boolean flag(String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(text);
    }
    throw new IllegalArgumentException(
        "write 'true' or 'false', not '" + Printable.shorten(text) + "'");
  }

  private static Object word(String text, Shape.Word word) {
    List<String> words = word.options().stream().map(Shape.Option::word).toList();
    return word.options().stream()
        .filter(option -> option.word().equals(text))
        .map(Shape.Option::constant)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknownWord(text, words)));
  }

  private static String unknownWord(String text, List<String> words) {
    return "'"
        + Printable.shorten(text)
        + "' is none of "
        + String.join(", ", words)
        + (NearNames.of(text, words).isEmpty() ? "" : NearNames.hint(text, words));
  }
}
