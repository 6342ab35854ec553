package vdcsim.report.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.statistics.ConfidenceInterval;

/** The metrics of some results, by name. */
public final class Readings {
  private final Results results;
  private final Map<String, Measurement> examples = new TreeMap<>();
  private final Map<Integer, List<Map<String, Measurement>>> measured = new TreeMap<>();

  /** Takes in all measurements. */
  public Readings(Results results) {
    this.results = results;
    for (Point point : results.points()) {
      List<Map<String, Measurement>> runs = new ArrayList<>();
      for (Replication replication : point.replications()) {
        Map<String, Measurement> byName = new TreeMap<>();
        replication.measurements().forEach(m -> byName.put(m.metric(), m));
        byName.forEach(examples::putIfAbsent);
        runs.add(byName);
      }
      measured.put(point.index(), runs);
    }
  }

  /** The results that this reads. */
  public Results results() {
    return results;
  }

  /** One measurement of each metric, sorted by name: the first that any run made. */
  public List<Measurement> examples() {
    return List.copyOf(examples.values());
  }

  /** The first measurement that any run made of a metric. */
  public Optional<Measurement> example(String metric) {
    return Optional.ofNullable(examples.get(metric));
  }

  /** What each run of a point measured of a metric; runs that did not measure it are left out. */
  public List<Measurement> measurements(Point point, String metric) {
    return measured.get(point.index()).stream()
        .filter(run -> run.containsKey(metric))
        .map(run -> run.get(metric))
        .toList();
  }

  /** The mean over a point's replications with its interval; empty where no run has the number. */
  public Optional<ConfidenceInterval> interval(Point point, Reading reading) {
    List<Double> values = new ArrayList<>();
    for (Measurement measurement : measurements(point, reading.metric())) {
      OptionalDouble value = measurement.statistic(reading.statistic());
      if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
        values.add(value.getAsDouble());
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(ConfidenceInterval.of(values));
  }

  /** What patterns name, in the order of the patterns, then of the names; each once. */
  public List<Reading> named(List<String> patterns) {
    Set<Reading> named = new LinkedHashSet<>();
    for (String text : patterns) {
      MetricPattern pattern = new MetricPattern(text);
      for (Measurement measurement : examples.values()) {
        if (pattern.names(measurement)) {
          named.add(first(measurement));
        } else {
          pattern.statistics(measurement).forEach(s -> named.add(reading(measurement, s)));
        }
      }
    }
    return List.copyOf(named);
  }

  /** The metric's most telling number. */
  public static Reading first(Measurement measurement) {
    List<String> statistics = measurement.statistics();
    return reading(measurement, statistics.isEmpty() ? "" : statistics.get(0));
  }

  /** One number of a metric. A count of observations has no unit. */
  public static Reading reading(Measurement measurement, String statistic) {
    Unit unit = statistic.equals("count") ? Unit.COUNT : measurement.unit();
    return new Reading(measurement.metric(), statistic, unit);
  }
}
