package vdcsim.scenario.language.expect;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.scenario.language.yaml.Printable;

/**
 * A metric as somebody writes it, perhaps with a statistic: {@code probe.round-trip-time.p99}.
 * Names and statistics both hold dots, so only the metrics there are can tell where one ends: the
 * longest name that fits is meant.
 */
record MetricRef(String text) {

  /** The name of the metric that is meant, if there is such a metric. */
  Optional<String> metric(Map<String, ?> metrics) {
    String name = text;
    while (!metrics.containsKey(name)) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      name = name.substring(0, dot);
    }
    return Optional.of(name);
  }

  /**
   * The unit of the number that is meant: the metric's, but that of a count for the statistic
   * {@code count}.
   */
  Unit unit(Measurement measurement) {
    return statistic(measurement).equals("count") ? Unit.COUNT : measurement.unit();
  }

  /** What stands after the metric's name; empty if nothing does. */
  private String statistic(Measurement measurement) {
    int name = measurement.metric().length();
    return text.length() > name ? text.substring(name + 1) : "";
  }

  /**
   * Refuses a statistic that a metric does not have.
   *
   * @throws IllegalArgumentException with a sentence
   */
  void refuseUnknownStatistic(Measurement measurement) {
    String statistic = statistic(measurement);
    boolean known =
        statistic.isEmpty()
            ? !measurement.statistics().isEmpty()
            : Statistics.known(measurement, statistic);
    if (!known) {
      throw new IllegalArgumentException(
          "'"
              + measurement.metric()
              + (statistic.isEmpty()
                  ? "' needs a statistic"
                  : "' has no statistic '" + Printable.shorten(statistic) + "'")
              + Statistics.hint(measurement, statistic));
    }
  }

  /** The measurement of this metric, if there is one. */
  Optional<Measurement> measurement(Collection<Measurement> measurements) {
    return measurements.stream()
        .filter(m -> names(m.metric()))
        .max(Comparator.comparingInt(m -> m.metric().length()));
  }

  private boolean names(String metric) {
    return text.equals(metric)
        || (text.length() > metric.length()
            && text.startsWith(metric)
            && text.charAt(metric.length()) == '.');
  }

  /** The number that this refers to: the value of a count, the mean of a sample, or a statistic. */
  OptionalDouble value(Measurement measurement) {
    String statistic = statistic(measurement);
    if (!statistic.isEmpty()) {
      return measurement.statistic(statistic);
    }
    List<String> statistics = measurement.statistics();
    return statistics.isEmpty() ? OptionalDouble.empty() : measurement.statistic(statistics.get(0));
  }
}
