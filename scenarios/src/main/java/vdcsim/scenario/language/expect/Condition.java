package vdcsim.scenario.language.expect;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.scenario.language.value.Numbers;
import vdcsim.scenario.language.value.Quantity;
import vdcsim.scenario.language.yaml.Printable;

/**
 * A comparison of a metric with a value or with another metric, as {@code a.latency.p99 < 300 us}
 * or {@code a.latency within 2 % of 12 us}.
 *
 * @param tolerance for {@link Relation#WITHIN}, the share of the right side; else zero
 */
record Condition(MetricRef left, Relation relation, String right, double tolerance) {
  private static final Pattern COMPARISON =
      Pattern.compile("([^\\s<>=!]+)\\s*(<=|>=|==|!=|<|>|=)\\s*([^\\s<>=!].*)");
  private static final Pattern WITHIN =
      Pattern.compile("(\\S+)\\s+within\\s+([0-9.]+)\\s*%\\s+of\\s+(.+)");
  private static final Pattern METRIC = Pattern.compile("\\p{L}\\S*\\.\\S+");
  private static final String FORM =
      "a condition reads 'probe.round-trip-time.p99 < 300 us' or 'probe.round-trip-time within 2 % of"
          + " 12 us'";

  /** Longer texts are no conditions, and would cost the patterns time. */
  private static final int MOST_CHARACTERS = 500;

  /** How the two sides must stand to each other. */
  enum Relation {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("="),
    UNEQUAL("!="),
    WITHIN("within");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    static Relation of(String sign) {
      String plain = sign.equals("==") ? "=" : sign;
      return Arrays.stream(values()).filter(r -> r.sign.equals(plain)).findFirst().orElseThrow();
    }
  }

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static Condition parse(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a condition has up to "
              + MOST_CHARACTERS
              + " characters, this one has "
              + text.length());
    }
    Matcher within = WITHIN.matcher(text.strip());
    if (within.matches()) {
      double share = Numbers.decimal(within.group(2)) / 100;
      return new Condition(
          new MetricRef(within.group(1)), Relation.WITHIN, within.group(3).strip(), share);
    }
    Matcher comparison = COMPARISON.matcher(text.strip());
    if (!comparison.matches()) {
      throw new IllegalArgumentException(
          "'" + Printable.shorten(text) + "' is no condition; " + FORM);
    }
    return new Condition(
        new MetricRef(comparison.group(1)),
        Relation.of(comparison.group(2)),
        comparison.group(3).strip(),
        0);
  }

  /**
   * Refuses metrics that the world does not have, and values of another unit.
   *
   * @param metrics what the world measures, by name
   * @throws IllegalArgumentException with a sentence
   */
  void checkAgainst(Map<String, Measurement> metrics) {
    Unit unit = unit(left, metrics);
    Optional<MetricRef> metric = rightMetric();
    if (metric.isEmpty()) {
      rightValue(unit);
      return;
    }
    Unit other = unit(metric.get(), metrics);
    if (other != unit) {
      throw new IllegalArgumentException(
          "'"
              + left.text()
              + "' is counted in "
              + name(unit)
              + ", '"
              + right
              + "' in "
              + name(other));
    }
  }

  private static Unit unit(MetricRef metric, Map<String, Measurement> metrics) {
    Measurement measurement =
        metrics.get(
            metric
                .metric(metrics)
                .orElseThrow(() -> MetricNames.unknown(metric.text(), metrics.keySet())));
    metric.refuseUnknownStatistic(measurement);
    return metric.unit(measurement);
  }

  private static String name(Unit unit) {
    return unit == Unit.NONE || unit == Unit.COUNT ? "pure numbers" : unit.symbol();
  }

  /** The right side, where it looks like a metric. */
  Optional<MetricRef> rightMetric() {
    return METRIC.matcher(right).matches() ? Optional.of(new MetricRef(right)) : Optional.empty();
  }

  /** The right side as a number in a metric's unit. */
  double rightValue(Unit unit) {
    return switch (unit) {
      case FRAMES_PER_SECOND -> Quantity.EVENT_RATE.base(right).doubleValue();
      case NONE, COUNT, FRAMES, CYCLES, METRES -> Numbers.decimal(right);
      case NANOSECONDS, BYTES, BITS_PER_SECOND, PER_SECOND, HERTZ, RATIO ->
          Quantity.ofUnit(unit).orElseThrow().base(right).doubleValue();
    };
  }

  /** Whether the sides stand so. */
  boolean holds(double leftValue, double rightValue) {
    return switch (relation) {
      case LESS -> leftValue < rightValue;
      case AT_MOST -> leftValue <= rightValue;
      case MORE -> leftValue > rightValue;
      case AT_LEAST -> leftValue >= rightValue;
      case EQUAL -> leftValue == rightValue;
      case UNEQUAL -> leftValue != rightValue;
      case WITHIN -> Math.abs(leftValue - rightValue) <= tolerance * Math.abs(rightValue);
    };
  }

  /** A value as a sentence shows it. */
  static String show(double value, Unit unit) {
    return Scale.format(value, unit);
  }
}
