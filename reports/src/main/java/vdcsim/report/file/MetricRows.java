package vdcsim.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;
import vdcsim.report.text.Numbers;

/**
 * Results as tidy tables, one observation a row. The columns of an axis and of values are in base
 * units; an axis of numbers names its unit in the heading.
 */
public final class MetricRows {
  private final Results results;

  /** The rows of some results. */
  public MetricRows(Results results) {
    this.results = results;
  }

  /** {@code scenario, point, each axis, replication, metric, statistic, value, unit}. */
  public void numbers(OutputStream out) throws IOException {
    Csv csv = new Csv(out);
    csv.row(heading("metric", "statistic", "value", "unit"));
    for (Point point : results.points()) {
      for (Replication replication : point.replications()) {
        for (Measurement measurement : replication.measurements()) {
          numbers(csv, row(point, replication), measurement);
        }
      }
    }
    csv.flush();
  }

  private static void numbers(Csv csv, List<String> start, Measurement measurement)
      throws IOException {
    for (String statistic : measurement.statistics()) {
      OptionalDouble value = measurement.statistic(statistic);
      if (value.isPresent()) {
        Unit unit = statistic.equals("count") ? Unit.COUNT : measurement.unit();
        String number = Numbers.exact(value.getAsDouble());
        csv.row(with(start, measurement.metric(), statistic, number, unit.symbol()));
      }
    }
  }

  /** Whether any run has values over time, or states. */
  public boolean hasCourses() {
    return results.points().stream()
        .flatMap(point -> point.replications().stream())
        .flatMap(replication -> replication.measurements().stream())
        .anyMatch(m -> m instanceof Measurement.Course || m instanceof Measurement.States);
  }

  /** {@code scenario, point, each axis, replication, metric, time (ns), value, unit}. */
  public void courses(OutputStream out) throws IOException {
    Csv csv = new Csv(out);
    csv.row(heading("metric", "time (ns)", "value", "unit"));
    for (Point point : results.points()) {
      for (Replication replication : point.replications()) {
        for (Measurement measurement : replication.measurements()) {
          course(csv, row(point, replication), measurement);
        }
      }
    }
    csv.flush();
  }

  private static void course(Csv csv, List<String> start, Measurement measurement)
      throws IOException {
    if (measurement instanceof Measurement.Course course) {
      for (int i = 0; i < course.timesNs().size(); i++) {
        String value = Numbers.exact(course.values().get(i));
        String time = course.timesNs().get(i).toString();
        csv.row(with(start, course.metric(), time, value, course.unit().symbol()));
      }
    }
    if (measurement instanceof Measurement.States states) {
      for (int i = 0; i < states.timesNs().size(); i++) {
        String time = states.timesNs().get(i).toString();
        csv.row(with(start, states.metric(), time, states.states().get(i), "state"));
      }
    }
  }

  private List<String> heading(String... rest) {
    List<String> cells = new ArrayList<>(List.of("scenario", "point"));
    for (Axis axis : results.axes()) {
      boolean plain = !axis.numeric() || axis.unit().symbol().isEmpty();
      cells.add(plain ? axis.path() : axis.path() + " (" + axis.unit().symbol() + ")");
    }
    cells.add("replication");
    cells.addAll(List.of(rest));
    return cells;
  }

  private List<String> row(Point point, Replication replication) {
    List<String> cells = new ArrayList<>();
    cells.add(results.scenario());
    cells.add(Integer.toString(point.index()));
    for (int i = 0; i < results.axes().size(); i++) {
      cells.add(setting(results.axes().get(i), point.settings().get(i)));
    }
    cells.add(Integer.toString(replication.number()));
    return cells;
  }

  private static String setting(Axis axis, int index) {
    return axis.numeric()
        ? Numbers.exact(axis.numbers().get(index).orElseThrow())
        : axis.values().get(index);
  }

  private static List<String> with(List<String> start, String... rest) {
    List<String> cells = new ArrayList<>(start);
    cells.addAll(List.of(rest));
    return cells;
  }
}
