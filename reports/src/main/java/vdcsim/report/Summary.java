package vdcsim.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.statistics.ConfidenceInterval;
import vdcsim.report.reading.Choice;
import vdcsim.report.reading.Reading;
import vdcsim.report.reading.Readings;
import vdcsim.report.reading.ShortNames;
import vdcsim.report.text.Precision;
import vdcsim.report.text.Words;

/**
 * The table that answers the scenario's question: a row for each metric, or, where something is
 * varied, a row for each configuration. Intervals are over replications only: observations within
 * one run depend on each other.
 */
public final class Summary {
  private static final int MOST_METRICS = 20;
  private static final int MOST_COLUMNS = 6;
  private static final int MOST_ROWS = 100;

  private final Results results;
  private final Readings readings;
  private final Words words;

  Summary(Readings readings, Words words) {
    this.results = readings.results();
    this.readings = readings;
    this.words = words;
  }

  /** The summary in English: the metrics that the scenario names, else the most telling. */
  public static Table of(Results results) {
    return of(results, Language.EN);
  }

  /** The summary in a language; names of metrics stay as they are. */
  public static Table of(Results results, Language language) {
    return new Summary(new Readings(results), language.words()).table();
  }

  Table table() {
    return results.axes().isEmpty() ? metrics() : configurations();
  }

  private List<Reading> chosen(int most) {
    if (!results.measures().isEmpty()) {
      return readings.named(results.measures()).stream()
          .filter(reading -> !reading.statistic().isEmpty())
          .toList();
    }
    return new Choice(readings).metrics(most).stream().map(Readings::first).toList();
  }

  private Table metrics() {
    List<String> names = chosen(MOST_METRICS).stream().map(Reading::metric).distinct().toList();
    return new MetricTable(readings, words, names, MOST_ROWS).table();
  }

  private Table configurations() {
    List<Point> points = results.points().subList(0, Math.min(results.points().size(), MOST_ROWS));
    List<String> header =
        new ArrayList<>(ShortNames.of(results.axes().stream().map(Axis::path).toList()));
    List<Table.Align> alignment =
        new ArrayList<>(Collections.nCopies(header.size(), Table.Align.LEFT));
    List<List<String>> rows = new ArrayList<>();
    points.forEach(point -> rows.add(MetricTable.settings(results, point)));
    List<Reading> columns = columns();
    List<String> names = ShortNames.ofReadings(columns);
    for (int i = 0; i < columns.size(); i++) {
      header.add(column(columns.get(i), names.get(i), points, rows));
      alignment.add(Table.Align.RIGHT);
    }
    return new Table(header, rows, alignment, notes(points));
  }

  /** Adds a column to the rows and gives its heading. */
  private String column(Reading reading, String name, List<Point> points, List<List<String>> rows) {
    List<Optional<ConfidenceInterval>> intervals =
        points.stream().map(point -> readings.interval(point, reading)).toList();
    Precision precision = Precision.of(reading.unit(), MetricTable.numbers(intervals));
    for (int row = 0; row < rows.size(); row++) {
      rows.get(row).add(intervals.get(row).map(precision::show).orElse(MetricTable.NOTHING));
    }
    String symbol = precision.scale().symbol();
    return symbol.isEmpty() ? name : name + " (" + symbol + ")";
  }

  private List<String> notes(List<Point> shown) {
    List<String> notes = new ArrayList<>();
    int replications =
        shown.stream().mapToInt(point -> point.replications().size()).max().orElse(0);
    if (replications > 1) {
      notes.add(words.say("table.intervals", replications));
    }
    if (results.points().size() > shown.size()) {
      notes.add(words.say("table.rows", shown.size(), results.points().size()));
    }
    return notes;
  }

  /** The chosen numbers; of a sample that nobody chose a statistic of, the mean and the p99. */
  private List<Reading> columns() {
    List<Reading> columns = new ArrayList<>();
    for (Reading reading : chosen(MOST_COLUMNS)) {
      columns.add(reading);
      Measurement example = readings.example(reading.metric()).orElseThrow();
      if (example instanceof Measurement.Sample && reading.statistic().equals("mean")) {
        columns.add(Readings.reading(example, "p99"));
      }
    }
    int most = results.measures().isEmpty() ? MOST_COLUMNS : MOST_METRICS;
    return columns.stream().distinct().limit(most).toList();
  }
}
