package vdcsim.scenario.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.random.Family;
import vdcsim.scenario.language.value.Quantity;

/**
 * Regular expressions of the language's values, in the dialect that ECMA-262 with its flag u and
 * Java share. Where a digit may stand, a range may stand: in a thing named {@code h[1..3]}, {@code
 * delay: "[1..3] ms"} gives each of the three its own.
 */
final class Patterns {
  private static final String RANGE = "\\[\\d+\\.\\.\\d+\\]";
  private static final String DIGIT = "(?:\\d|" + RANGE + ")";
  private static final String NUMBER =
      "\\+?(?:D+(?:\\.D*)?|\\.D+)(?:[eE][+-]?\\d{1,4})?".replace("D", DIGIT);

  /** A number in a text. */
  static final String DECIMAL = whole("[+-]?" + NUMBER.substring(3));

  /** A whole number in a text. */
  static final String WHOLE = whole("[+-]?" + DIGIT + "+|0x[0-9a-fA-F]+|0o[0-7]+");

  /** A thing's name, perhaps with ranges. */
  static final String NAME = "^(?:[\\p{L}\\p{N}]|R)(?:[\\p{L}\\p{N}_-]|R)*$".replace("R", RANGE);

  /** What tells a name with a range. */
  static final String RANGED = "\\[";

  /** Whole numbers from one to another. */
  static final String SPAN = "^\\s*\\d{1,9}\\.\\.\\d{1,9}\\s*$";

  /** A number, perhaps with a unit. */
  static final String STEP = "^\\s*[+-]?\\d{1,18}(?:\\.\\d{1,18})?\\s*\\D*$";

  private Patterns() {}

  private static String whole(String pattern) {
    return "^\\s*(?:" + pattern + ")\\s*$";
  }

  /** A number with one of the quantity's units. */
  static String measured(Quantity quantity) {
    return whole(number(Optional.of(quantity)));
  }

  /** A value alone, or a distribution as a call. */
  static String drawn(Optional<Quantity> quantity) {
    return whole(
        Stream.concat(
                Stream.of(number(quantity)), Families.all().stream().map(f -> call(f, quantity)))
            .collect(Collectors.joining("|")));
  }

  private static String call(Family family, Optional<Quantity> quantity) {
    List<String> arguments =
        family.parameters().stream()
            .map(p -> argument(p, p.pure() ? Optional.empty() : quantity))
            .toList();
    String any = "(?:" + String.join("|", arguments) + ")";
    String more = "(?:\\s*,\\s*" + any + "){" + (arguments.size() - 1) + "}";
    return family.name() + "\\s*\\(\\s*" + any + (arguments.size() > 1 ? more : "") + "\\s*\\)";
  }

  private static String argument(Family.Parameter parameter, Optional<Quantity> quantity) {
    return "(?:" + parameter.name() + "\\s*[=:]\\s*)?" + number(quantity);
  }

  private static String number(Optional<Quantity> quantity) {
    if (quantity.isEmpty()) {
      return "[+-]?" + NUMBER.substring(3);
    }
    String units = String.join("|", quantity.get().units());
    String after = "\\s*(?:" + units + ")";
    return NUMBER + (quantity.get().bareNumbers() ? "(?:" + after + ")?" : after);
  }

  /** A path that starts with one of these keys. */
  static String path(List<String> first) {
    return "^(?:" + String.join("|", first) + ")(?:[.\\[].*)?$";
  }
}
