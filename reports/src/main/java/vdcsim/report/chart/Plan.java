package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.ChartRequest.Kind;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Results;
import vdcsim.report.reading.Choice;
import vdcsim.report.reading.Reading;
import vdcsim.report.reading.Readings;

/**
 * Decides which charts are made: those that the scenario asks for, else those that fit the data.
 */
final class Plan {
  private static final int MOST_METRICS = 6;
  private static final int MOST_CHARTS = 8;
  private static final int MOST_POINTS_OVER_TIME = 4;

  private final Readings readings;
  private final Results results;

  Plan(Readings readings) {
    this.readings = readings;
    this.results = readings.results();
  }

  /** The charts that fit the data. */
  List<Wish> fitting() {
    List<Measurement> chosen = new Choice(readings).metrics(MOST_METRICS);
    List<Wish> wishes = new ArrayList<>();
    if (results.axes().isEmpty()) {
      wishes.addAll(single(chosen));
    } else {
      chosen.forEach(measurement -> wishes.addAll(varied(measurement)));
    }
    if (results.points().size() <= MOST_POINTS_OVER_TIME) {
      wishes.addAll(overTime());
    }
    return wishes.stream().limit(MOST_CHARTS).toList();
  }

  private static List<Wish> single(List<Measurement> chosen) {
    List<Wish> wishes = new ArrayList<>();
    List<Reading> samples = new ArrayList<>();
    List<Reading> numbers = new ArrayList<>();
    for (Measurement measurement : chosen) {
      if (measurement instanceof Measurement.Sample) {
        samples.add(Readings.first(measurement));
      } else if (measurement instanceof Measurement.Scalar) {
        numbers.add(Readings.first(measurement));
      }
    }
    for (List<Reading> group : groups(samples, Reading::unit)) {
      wishes.add(Wish.of(Kind.CDF, group));
      wishes.add(Wish.of(Kind.PERCENTILES, group));
    }
    for (List<Reading> group : groups(numbers, Reading::unit)) {
      if (group.size() > 1) {
        wishes.add(Wish.of(Kind.BARS, group));
      }
    }
    return wishes;
  }

  private List<Wish> varied(Measurement measurement) {
    Reading first = Readings.first(measurement);
    boolean scale = hasScale();
    if (!(measurement instanceof Measurement.Sample)) {
      return List.of(Wish.of(scale ? Kind.LINES : Kind.BARS, List.of(first)));
    }
    Wish cdf = Wish.of(Kind.CDF, List.of(first));
    if (!scale) {
      return List.of(Wish.of(Kind.PERCENTILES, List.of(first)), cdf);
    }
    Reading p50 = Readings.reading(measurement, "p50");
    Reading p99 = Readings.reading(measurement, "p99");
    boolean alone = results.axes().size() == 1;
    return List.of(
        Wish.of(Kind.LINES, alone ? List.of(first, p50, p99) : List.of(first)),
        alone ? cdf : Wish.of(Kind.LINES, List.of(p99)));
  }

  /** Whether a varied value is a number: two of them make no line. */
  private boolean hasScale() {
    return results.axes().stream().anyMatch(axis -> axis.numeric() && axis.values().size() > 2);
  }

  private List<Wish> overTime() {
    List<Reading> courses = new ArrayList<>();
    List<Reading> states = new ArrayList<>();
    for (Measurement measurement : readings.examples()) {
      if (measurement instanceof Measurement.Course) {
        courses.add(Readings.first(measurement));
      } else if (measurement instanceof Measurement.States) {
        states.add(Readings.first(measurement));
      }
    }
    List<Wish> wishes = new ArrayList<>();
    for (List<Reading> group : groups(courses, r -> r.unit() + Labels.common(List.of(r)))) {
      wishes.add(Wish.of(Kind.COURSE, group));
    }
    if (!states.isEmpty()) {
      wishes.add(Wish.of(Kind.TIMELINE, states));
    }
    return wishes;
  }

  private static Collection<List<Reading>> groups(
      List<Reading> readings, Function<Reading, Object> by) {
    Map<Object, List<Reading>> groups = new LinkedHashMap<>();
    for (Reading reading : readings) {
      groups.computeIfAbsent(by.apply(reading), key -> new ArrayList<>()).add(reading);
    }
    return groups.values();
  }

  /** The charts of a request: one for each unit; none where no metric fits. */
  List<Wish> wished(ChartRequest request) {
    List<Reading> named = readings.named(request.metrics());
    if (named.isEmpty()) {
      return List.of();
    }
    Kind kind =
        possible(request.kind() == Kind.AUTO ? kind(request, named.get(0)) : request.kind());
    List<Wish> wishes = new ArrayList<>();
    List<Reading> fitting = named.stream().filter(reading -> fits(reading, kind)).toList();
    // A field has one number a cell.
    Function<Reading, Object> apart = kind == Kind.HEAT_MAP ? Reading::name : Reading::unit;
    for (List<Reading> group : groups(fitting, apart)) {
      wishes.add(
          new Wish(
              kind, request.title(), group, false, request.x(), request.logX(), request.logY()));
    }
    return wishes;
  }

  private Kind kind(ChartRequest request, Reading reading) {
    Measurement example = readings.example(reading.metric()).orElseThrow();
    if (example instanceof Measurement.Course) {
      return Kind.COURSE;
    }
    if (example instanceof Measurement.States) {
      return Kind.TIMELINE;
    }
    boolean whole = reading.equals(Readings.first(example));
    if (example instanceof Measurement.Sample && whole) {
      return results.axes().isEmpty() ? Kind.CDF : hasScale() ? Kind.LINES : Kind.PERCENTILES;
    }
    return hasScale() && scaleWanted(request) ? Kind.LINES : Kind.BARS;
  }

  private boolean scaleWanted(ChartRequest request) {
    return request.x().isEmpty() || Variation.along(results, request.x(), true).axis().numeric();
  }

  /** Lines need a number that is varied, and a field two values that are. */
  private Kind possible(Kind kind) {
    boolean numeric = results.axes().stream().anyMatch(axis -> axis.numeric());
    boolean lacks =
        (kind == Kind.LINES && !numeric) || (kind == Kind.HEAT_MAP && results.axes().size() < 2);
    return lacks ? Kind.BARS : kind;
  }

  private boolean fits(Reading reading, Kind kind) {
    Measurement example = readings.example(reading.metric()).orElseThrow();
    return switch (kind) {
      case CDF, PERCENTILES -> example instanceof Measurement.Sample;
      case COURSE -> example instanceof Measurement.Course;
      case TIMELINE -> example instanceof Measurement.States;
      case BARS, STACKED, LINES, HEAT_MAP, AUTO -> !reading.statistic().isEmpty();
    };
  }
}
