package vdcsim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.statistics.ConfidenceInterval;
import vdcsim.report.reading.Reading;
import vdcsim.report.reading.Readings;
import vdcsim.report.reading.ShortNames;
import vdcsim.report.text.Numbers;
import vdcsim.report.text.Precision;
import vdcsim.report.text.Words;

/** A row for each metric, at each configuration. */
final class MetricTable {
  static final String NOTHING = "–";
  private static final List<String> STATISTICS = List.of("mean", "p50", "p95", "p99", "max");

  private final Readings readings;
  private final Words words;
  private final List<String> metrics;
  private final int mostRows;
  private final List<String> statistics;
  private final boolean repeated;

  /**
   * Takes the metrics that have numbers.
   *
   * @param mostRows beyond this, rows are left out and a note says so
   */
  MetricTable(Readings readings, Words words, List<String> metrics, int mostRows) {
    this.readings = readings;
    this.words = words;
    this.metrics = metrics.stream().filter(m -> !example(m).statistics().isEmpty()).toList();
    this.mostRows = mostRows;
    boolean plain = this.metrics.stream().allMatch(m -> example(m) instanceof Measurement.Scalar);
    this.statistics = plain ? List.of("value") : STATISTICS;
    this.repeated = readings.results().points().stream().anyMatch(p -> p.replications().size() > 1);
  }

  private Measurement example(String metric) {
    return readings.example(metric).orElseThrow();
  }

  private boolean isPlain() {
    return statistics.size() == 1;
  }

  Table table() {
    Results results = readings.results();
    List<List<String>> rows = new ArrayList<>();
    for (Point point : results.points()) {
      for (String metric : metrics) {
        if (rows.size() < mostRows) {
          rows.add(row(point, metric));
        }
      }
    }
    int all = results.points().size() * metrics.size();
    List<String> notes =
        all > mostRows ? List.of(words.say("table.rows", mostRows, all)) : List.of();
    return new Table(header(), rows, alignment(), notes);
  }

  private List<String> header() {
    List<String> header =
        new ArrayList<>(ShortNames.of(readings.results().axes().stream().map(Axis::path).toList()));
    header.add(words.say("table.metric"));
    if (!isPlain()) {
      header.add("n");
    }
    statistics.forEach(s -> header.add(s.startsWith("p") ? s : words.say("table." + s)));
    header.add(words.say("table.unit"));
    if (repeated) {
      header.add(words.say("table.interval"));
    }
    return header;
  }

  private List<Table.Align> alignment() {
    List<Table.Align> alignment = new ArrayList<>();
    int texts = readings.results().axes().size() + 1;
    int numbers = statistics.size() + (isPlain() ? 0 : 1);
    for (int i = 0; i < texts + numbers; i++) {
      alignment.add(i < texts ? Table.Align.LEFT : Table.Align.RIGHT);
    }
    alignment.add(Table.Align.LEFT);
    if (repeated) {
      alignment.add(Table.Align.RIGHT);
    }
    return alignment;
  }

  private List<String> row(Point point, String metric) {
    Reading first = Readings.first(example(metric));
    List<Optional<ConfidenceInterval>> intervals = new ArrayList<>();
    for (String name : statistics) {
      boolean mean = name.equals("mean");
      Reading reading = mean ? first : Readings.reading(example(metric), name);
      intervals.add(readings.interval(point, reading));
    }
    Precision precision = Precision.of(first.unit(), numbers(intervals));
    List<String> cells = settings(readings.results(), point);
    cells.add(metric);
    if (!isPlain()) {
      cells.add(count(point, metric));
    }
    intervals.forEach(i -> cells.add(i.map(x -> precision.show(x.mean())).orElse(NOTHING)));
    cells.add(precision.scale().symbol());
    if (repeated) {
      cells.add(ends(intervals.get(0), precision));
    }
    return cells;
  }

  /** How many observations there were in all replications. */
  private String count(Point point, String metric) {
    if (!(example(metric) instanceof Measurement.Sample)) {
      return NOTHING;
    }
    long count = 0;
    for (Measurement run : readings.measurements(point, metric)) {
      count += (long) run.statistic("count").orElse(0);
    }
    return Numbers.grouped(count);
  }

  private static String ends(Optional<ConfidenceInterval> interval, Precision precision) {
    return interval
        .filter(i -> i.count() > 1)
        .map(i -> precision.show(i.low()) + " – " + precision.show(i.high()))
        .orElse(NOTHING);
  }

  /** What a row or column shows: the means, and where their intervals end. */
  static List<Double> numbers(List<Optional<ConfidenceInterval>> intervals) {
    return intervals.stream()
        .flatMap(Optional::stream)
        .flatMap(interval -> Stream.of(interval.mean(), interval.high()))
        .toList();
  }

  /** The values of a point, as the scenario writes them. */
  static List<String> settings(Results results, Point point) {
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < results.axes().size(); i++) {
      settings.add(results.axes().get(i).values().get(point.settings().get(i)));
    }
    return settings;
  }
}
