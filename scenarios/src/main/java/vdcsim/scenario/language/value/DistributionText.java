package vdcsim.scenario.language.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.random.Family;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.yaml.Printable;

/**
 * Reads {@code exponential(mean=5 ms)}, {@code exponential(5 ms)}, or {@code 5 ms} alone, which is
 * always drawn.
 */
public final class DistributionText {
  private static final Pattern CALL = Pattern.compile("([A-Za-z][\\w-]*)\\s*\\((.*)\\)");
  private static final int MOST_CHARACTERS = 500;
  private static final Pattern NAMED = Pattern.compile("([a-z][a-z-]*)\\s*[=:]\\s*(.*)");

  private DistributionText() {}

  /**
   * The distribution of {@code quantity}, or of pure numbers if it is empty.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong and what would be
   *     right
   */
  public static Distribution parse(String text, Optional<Quantity> quantity) {
    Matcher call = CALL.matcher(text.strip());
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "'"
              + Printable.shorten(text)
              + "' is no distribution: it has "
              + text.length()
              + " characters");
    } else if (text.indexOf('(') >= 0 && text.indexOf(')') < 0) {
      throw new IllegalArgumentException(
          "'"
              + Printable.shorten(text)
              + "' lacks its ')'; between { } or [ ] YAML cuts at a comma: write the whole call in quotes");
    } else if (!call.matches()) {
      return Families.constant(number(text, quantity));
    }
    String name = call.group(1);
    Family family = Families.named(name).orElseThrow(() -> unknownFamily(name));
    return family.make(arguments(family, call.group(2), quantity));
  }

  private static IllegalArgumentException unknownFamily(String name) {
    List<String> names = Families.all().stream().map(Family::name).toList();
    return new IllegalArgumentException(
        "there is no distribution named '"
            + Printable.shorten(name)
            + "'"
            + NearNames.hint(name, names));
  }

  private static Map<String, Double> arguments(
      Family family, String text, Optional<Quantity> quantity) {
    Map<String, Double> values = new LinkedHashMap<>();
    List<String> parts = new ArrayList<>();
    if (!text.isBlank()) {
      parts.addAll(List.of(text.split(",", -1)));
    }
    for (int i = 0; i < parts.size(); i++) {
      Matcher named = NAMED.matcher(parts.get(i).strip());
      Family.Parameter parameter =
          named.matches() ? byName(family, named.group(1)) : byPlace(family, i);
      String value = named.matches() ? named.group(2) : parts.get(i);
      double number = number(value, parameter.pure() ? Optional.empty() : quantity);
      if (values.put(parameter.name(), number) != null) {
        throw new IllegalArgumentException(
            family.name() + " is given '" + parameter.name() + "' twice");
      }
    }
    refuseMissing(family, values);
    return values;
  }

  private static Family.Parameter byName(Family family, String name) {
    List<String> names = family.parameters().stream().map(Family.Parameter::name).toList();
    return family
        .parameter(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    family.name()
                        + " has no parameter '"
                        + Printable.shorten(name)
                        + "'"
                        + NearNames.hint(name, names)));
  }

  private static Family.Parameter byPlace(Family family, int index) {
    if (index >= family.parameters().size()) {
      throw new IllegalArgumentException(
          family.name() + " takes " + form(family) + "; there is one value too many");
    }
    return family.parameters().get(index);
  }

  private static void refuseMissing(Family family, Map<String, Double> values) {
    for (Family.Parameter parameter : family.parameters()) {
      if (!values.containsKey(parameter.name())) {
        throw new IllegalArgumentException(
            family.name() + " needs '" + parameter.name() + "'; write " + form(family));
      }
    }
  }

  /** The family as a call, as {@code exponential(mean=...)}. */
  public static String form(Family family) {
    return family.parameters().stream()
        .map(parameter -> parameter.name() + "=...")
        .collect(Collectors.joining(", ", family.name() + "(", ")"));
  }

  private static double number(String text, Optional<Quantity> quantity) {
    return quantity.isPresent() ? quantity.get().base(text).doubleValue() : Numbers.decimal(text);
  }
}
