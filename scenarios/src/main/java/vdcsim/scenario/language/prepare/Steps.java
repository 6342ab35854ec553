package vdcsim.scenario.language.prepare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.language.yaml.Node;

/**
 * Lists of varied values: written out, as {@code 1..10}, or in steps: {@code {from: 10 %, to: 120
 * %, step: 10 %}} or {@code {from: 64 B, to: 1024 B, factor: 2}}.
 */
final class Steps {
  private static final int MOST = 100_000;
  private static final int MOST_CHARACTERS = 80;
  private static final MathContext PRECISION = new MathContext(18);
  private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,2})?)(\\s*[^\\s\\d]*)");

  private Steps() {}

  static List<Node> values(Node node, String path) throws Unprepared {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    } else if (node instanceof Node.Mapping mapping) {
      return stepped(mapping, path);
    }
    Node.Scalar scalar = (Node.Scalar) node;
    Matcher whole = WHOLE.matcher(scalar.text().strip());
    if (!whole.matches()) {
      throw new Unprepared(
          node.place(),
          path,
          "values are a list, a range as 1..10, or {from: 10 %, to: 120 %, step: 10 %}, not "
              + node.describe());
    }
    Stepped steps =
        new Stepped(new BigDecimal(whole.group(1)), new BigDecimal(whole.group(2)), "", false);
    return steps.upTo(BigDecimal.ONE, node, path);
  }

  private static List<Node> stepped(Node.Mapping mapping, String path) throws Unprepared {
    Map<String, Node.Entry> keys = mapping.byKey();
    boolean factor = keys.containsKey("factor");
    if (!keys.keySet().equals(Set.of("from", "to", factor ? "factor" : "step"))) {
      throw new Unprepared(
          mapping.place(), path, "steps take 'from', 'to', and either 'step' or 'factor'");
    }
    Matcher from = number(keys.get("from"), path);
    Matcher to = number(keys.get("to"), path);
    Matcher step = number(keys.get(factor ? "factor" : "step"), path);
    String unit = from.group(2);
    boolean sameUnits = to.group(2).strip().equals(unit.strip());
    boolean stepUnit = step.group(2).strip().equals(factor ? "" : unit.strip());
    if (!sameUnits || !stepUnit) {
      throw new Unprepared(
          mapping.place(), path, "'from', 'to' and 'step' have the same unit, 'factor' has none");
    }
    Stepped steps =
        new Stepped(new BigDecimal(from.group(1)), new BigDecimal(to.group(1)), unit, factor);
    return steps.upTo(new BigDecimal(step.group(1)), mapping, path);
  }

  private static Matcher number(Node.Entry entry, String path) throws Unprepared {
    String text = entry.value() instanceof Node.Scalar scalar ? scalar.text().strip() : "";
    Matcher matcher = NUMBER.matcher(text);
    if (text.length() > MOST_CHARACTERS || !matcher.matches()) {
      throw new Unprepared(
          entry.value().place(),
          path + "." + entry.key(),
          "'"
              + entry.key()
              + "' is a number, perhaps with a unit, not "
              + entry.value().describe());
    }
    return matcher;
  }

  private record Stepped(BigDecimal from, BigDecimal to, String unit, boolean factor) {
    List<Node> upTo(BigDecimal step, Node written, String path) throws Unprepared {
      refuse(step, written, path);
      List<Node> values = new ArrayList<>();
      BigDecimal value = from;
      while (value.compareTo(to) <= 0) {
        if (values.size() == MOST) {
          throw new Unprepared(
              written.place(), path, "the range has more than " + MOST + " values");
        }
        values.add(new Node.Scalar(text(value) + unit, false, written.place()));
        value = factor ? value.multiply(step, PRECISION) : value.add(step);
      }
      return values;
    }

    private void refuse(BigDecimal step, Node written, String path) throws Unprepared {
      if (factor && (step.compareTo(BigDecimal.ONE) <= 0 || from.signum() <= 0)) {
        throw new Unprepared(
            written.place(), path, "'factor' must be more than 1, and 'from' more than 0");
      } else if (!factor && step.signum() <= 0) {
        throw new Unprepared(written.place(), path, "'step' must be more than 0");
      } else if (from.compareTo(to) > 0) {
        throw new Unprepared(
            written.place(),
            path,
            "the values run from "
                + text(from)
                + unit
                + " down to "
                + text(to)
                + unit
                + "; write the smaller first");
      }
    }

    /** As somebody would write it: {@code 0.001}, but {@code 1E-9}. */
    private static String text(BigDecimal value) {
      BigDecimal plain = value.stripTrailingZeros();
      return plain.scale() > 6 ? plain.toString() : plain.toPlainString();
    }
  }
}
