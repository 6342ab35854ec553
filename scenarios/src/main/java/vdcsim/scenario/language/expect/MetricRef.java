package vdcsim.scenario.language.expect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;

/**
 * A metric as somebody writes it, perhaps with a statistic: {@code probe.round-trip-time.p99}.
 * Names and statistics both hold dots, so only the metrics there are can tell where one ends.
 */
record MetricRef(String text) {

  /** The unit of the metric, if there is such a metric. */
  Optional<Unit> unit(Map<String, Unit> metrics) {
    return metrics.entrySet().stream()
        .filter(entry -> names(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private boolean names(String metric) {
    return text.equals(metric) || text.startsWith(metric + ".");
  }

  /** The measurement of this metric, if there is one. */
  Optional<Measurement> measurement(Collection<Measurement> measurements) {
    return measurements.stream().filter(m -> names(m.metric())).findFirst();
  }

  /** The number that this refers to: the value of a count, the mean of a sample, or a statistic. */
  OptionalDouble value(Measurement measurement) {
    String metric = measurement.metric();
    if (text.length() > metric.length()) {
      return measurement.statistic(text.substring(metric.length() + 1));
    }
    List<String> statistics = measurement.statistics();
    return statistics.isEmpty() ? OptionalDouble.empty() : measurement.statistic(statistics.get(0));
  }
}
