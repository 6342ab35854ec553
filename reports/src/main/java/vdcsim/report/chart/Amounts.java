package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.ChartRequest.Kind;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.statistics.ConfidenceInterval;
import vdcsim.report.reading.Reading;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;

/** Makes charts of numbers with intervals: bars over names, lines over numbers. */
final class Amounts {
  static final int MOST_SERIES = 8;
  private static final int MOST_CATEGORIES = 30;
  private static final double WIDE_SPREAD = 30;

  private final Readings readings;
  private final Words words;
  private final Wish wish;
  private final List<String> notes = new ArrayList<>();

  Amounts(Readings readings, Words words, Wish wish) {
    this.readings = readings;
    this.words = words;
    this.wish = wish;
  }

  /** A named row of numbers, by the index of the category or of the value along the axis. */
  private record Line(String name, Map<Integer, ConfidenceInterval> numbers) {}

  /** Bars: a group for each value of the first axis, or for each metric where nothing is varied. */
  Chart bars() {
    if (readings.results().axes().isEmpty()) {
      return barsOfMetrics();
    }
    Variation variation = Variation.along(readings.results(), wish.x(), false);
    List<Line> lines = kept(lines(variation));
    Scale scale = scale(lines);
    List<Integer> shown = shown(variation.axis().values().size());
    List<Chart.BarSeries> series =
        lines.stream()
            .map(line -> new Chart.BarSeries(line.name(), picked(line, shown, scale)))
            .toList();
    List<String> categories = shown.stream().map(variation.axis().values()::get).toList();
    boolean stacked = wish.kind() == Kind.STACKED;
    if (!stacked) {
      noteIntervals(lines);
    }
    return new Chart.Bars(
        frame(variation.axis().label(), scale, false, wish.logY() && !stacked),
        categories,
        series,
        stacked);
  }

  private Chart barsOfMetrics() {
    Point point = readings.results().points().get(0);
    Map<Integer, ConfidenceInterval> numbers = new TreeMap<>();
    for (int i = 0; i < wish.readings().size(); i++) {
      int index = i;
      readings.interval(point, wish.readings().get(i)).ifPresent(n -> numbers.put(index, n));
    }
    List<Line> lines = List.of(new Line("", numbers));
    Scale scale = scale(lines);
    List<Integer> shown = shown(wish.readings().size());
    List<String> names = Labels.legend(wish.readings());
    noteIntervals(lines);
    return new Chart.Bars(
        frame("", scale, false, wish.logY()),
        shown.stream().map(names::get).toList(),
        List.of(new Chart.BarSeries("", picked(lines.get(0), shown, scale))),
        false);
  }

  private static List<Optional<ConfidenceInterval>> picked(
      Line line, List<Integer> shown, Scale scale) {
    return shown.stream()
        .map(index -> Optional.ofNullable(line.numbers().get(index)).map(n -> scaled(n, scale)))
        .toList();
  }

  private static ConfidenceInterval scaled(ConfidenceInterval interval, Scale scale) {
    return new ConfidenceInterval(
        interval.count(), scale.apply(interval.mean()), scale.apply(interval.halfWidth()));
  }

  private List<Integer> shown(int categories) {
    if (categories > MOST_CATEGORIES) {
      notes.add(words.say("chart.shown", MOST_CATEGORIES, categories));
    }
    return java.util.stream.IntStream.range(0, Math.min(categories, MOST_CATEGORIES))
        .boxed()
        .toList();
  }

  /** Lines over the numbers of an axis, with a band for the interval. */
  Chart lines() {
    Variation variation = Variation.along(readings.results(), wish.x(), true);
    Axis axis = variation.axis();
    List<Line> lines = kept(lines(variation));
    Scale y = scale(lines);
    double largest =
        axis.numbers().stream().mapToDouble(n -> Math.abs(n.orElse(0))).max().orElse(0);
    Scale x = Scale.of(axis.unit(), largest);
    List<Chart.LineSeries> series = new ArrayList<>();
    for (Line line : lines) {
      List<Chart.Place> places = new ArrayList<>();
      line.numbers()
          .forEach(
              (index, n) ->
                  places.add(place(x.apply(axis.numbers().get(index).orElse(0)), scaled(n, y))));
      places.sort(java.util.Comparator.comparingDouble(Chart.Place::x));
      series.add(new Chart.LineSeries(line.name(), places));
    }
    noteIntervals(lines);
    boolean logY = wish.logY() || (wish.free() && isSpread(lines));
    Frame frame = frame(Labels.with(axis.label(), x), y, wish.logX(), logY);
    return new Chart.Lines(frame, series, false, true);
  }

  private static Chart.Place place(double x, ConfidenceInterval y) {
    return new Chart.Place(x, y.mean(), y.low(), y.high());
  }

  private List<Line> lines(Variation variation) {
    List<String> names = Labels.legend(wish.readings());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < wish.readings().size(); i++) {
      Reading reading = wish.readings().get(i);
      for (Variation.Series series : variation.series()) {
        Map<Integer, ConfidenceInterval> numbers = new TreeMap<>();
        series
            .points()
            .forEach(
                (index, point) ->
                    readings.interval(point, reading).ifPresent(n -> numbers.put(index, n)));
        String metric = wish.readings().size() > 1 ? names.get(i) : "";
        lines.add(new Line(joined(metric, series.name()), numbers));
      }
    }
    return lines;
  }

  private static String joined(String metric, String series) {
    return metric.isEmpty() || series.isEmpty() ? metric + series : metric + " · " + series;
  }

  private List<Line> kept(List<Line> lines) {
    if (lines.size() > MOST_SERIES) {
      notes.add(words.say("chart.shown", MOST_SERIES, lines.size()));
    }
    return lines.subList(0, Math.min(lines.size(), MOST_SERIES));
  }

  private Scale scale(List<Line> lines) {
    double largest =
        lines.stream()
            .flatMap(line -> line.numbers().values().stream())
            .mapToDouble(n -> Math.abs(n.mean()))
            .max()
            .orElse(0);
    return Scale.of(wish.readings().get(0).unit(), largest);
  }

  /** Whether most values would lie on the ground beside a few high ones. */
  private static boolean isSpread(List<Line> lines) {
    double[] lows =
        lines.stream()
            .flatMap(line -> line.numbers().values().stream())
            .mapToDouble(ConfidenceInterval::low)
            .sorted()
            .toArray();
    return lows.length > 0
        && lows[0] > 0
        && lows[lows.length - 1] > WIDE_SPREAD * lows[lows.length / 2];
  }

  private void noteIntervals(List<Line> lines) {
    int most =
        lines.stream()
            .flatMap(line -> line.numbers().values().stream())
            .mapToInt(ConfidenceInterval::count)
            .max()
            .orElse(0);
    if (most > 1) {
      notes.add(words.say("chart.intervals", most));
    }
  }

  private Frame frame(String x, Scale scale, boolean logX, boolean logY) {
    return new Frame(
        Labels.file(wish, ""),
        Labels.title(wish, words),
        x,
        Labels.with(Labels.common(wish.readings()), scale),
        logX,
        logY,
        notes);
  }
}
