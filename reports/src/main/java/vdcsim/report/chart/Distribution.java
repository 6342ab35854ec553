package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Quantile;
import vdcsim.kernel.statistics.ConfidenceInterval;
import vdcsim.report.reading.Reading;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;

/** Makes charts of samples: the cumulative distribution, and percentiles side by side. */
final class Distribution {
  private static final int MOST_SERIES = 8;
  private static final double FINEST_STEP = 0.004;
  private static final double LONG_TAIL = 100;
  private static final List<String> PERCENTILES =
      List.of("p50", "p90", "p95", "p99", "p99.9", "max");

  private final Words words;
  private final Wish wish;
  private final List<Runs> runs;
  private final List<String> notes = new ArrayList<>();

  Distribution(Readings readings, Words words, Wish wish) {
    this.words = words;
    this.wish = wish;
    List<Runs> all = Runs.of(readings, wish).stream().filter(Distribution::saw).toList();
    if (all.size() > MOST_SERIES) {
      notes.add(words.say("chart.shown", MOST_SERIES, all.size()));
    }
    this.runs = Runs.spread(all, MOST_SERIES);
  }

  private static boolean saw(Runs runs) {
    return runs.measurements().stream().anyMatch(m -> m.statistic("max").isPresent());
  }

  /** The share of observations that do not exceed a value; replications are pooled. */
  Optional<Chart> cdf() {
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    Scale scale = Scale.of(wish.readings().get(0).unit(), largest("p99"));
    boolean tail = wish.free() && smallest() > 0 && largest("max") > LONG_TAIL * largest("p50");
    List<Chart.LineSeries> series =
        runs.stream().map(run -> new Chart.LineSeries(run.name(), places(run, scale))).toList();
    Frame frame =
        new Frame(
            Labels.file(wish, "cdf"),
            Labels.title(whole(), words),
            Labels.with(Labels.common(firsts()), scale),
            words.say("chart.share"),
            wish.logX() || tail,
            false,
            notes);
    return Optional.of(new Chart.Lines(frame, series, true, false));
  }

  private Wish whole() {
    return new Wish(
        wish.kind(), wish.title(), firsts(), wish.free(), wish.x(), wish.logX(), wish.logY());
  }

  /** What the metrics share, without a statistic, which a distribution does not have. */
  private List<Reading> firsts() {
    return wish.readings().stream().map(r -> new Reading(r.metric(), "", r.unit())).toList();
  }

  private double largest(String statistic) {
    return runs.stream()
        .flatMap(run -> run.measurements().stream())
        .mapToDouble(m -> m.statistic(statistic).orElse(0))
        .max()
        .orElse(0);
  }

  private double smallest() {
    return runs.stream()
        .flatMap(run -> run.measurements().stream())
        .mapToDouble(m -> m.statistic("min").orElse(0))
        .min()
        .orElse(0);
  }

  /** Pools the replications: each counts by its number of observations. */
  private static List<Chart.Place> places(Runs runs, Scale scale) {
    SortedMap<Double, Double> steps = new TreeMap<>();
    double total = 0;
    for (Measurement measurement : runs.measurements()) {
      if (measurement instanceof Measurement.Sample sample) {
        total += sample.count();
        double before = 0;
        for (Quantile quantile : sample.quantiles()) {
          steps.merge(quantile.value(), (quantile.share() - before) * sample.count(), Double::sum);
          before = quantile.share();
        }
      }
    }
    return cumulated(steps, total, scale);
  }

  private static List<Chart.Place> cumulated(
      SortedMap<Double, Double> steps, double total, Scale scale) {
    List<Chart.Place> places = new ArrayList<>();
    double share = 0;
    double drawn = -1;
    for (Map.Entry<Double, Double> step : steps.entrySet()) {
      if (places.isEmpty()) {
        places.add(place(scale.apply(step.getKey()), 0));
      }
      share += step.getValue() / total;
      boolean last = step.getKey().equals(steps.lastKey());
      if (last || share - drawn >= FINEST_STEP || share > 1 - FINEST_STEP) {
        places.add(place(scale.apply(step.getKey()), 100 * Math.min(1, last ? 1 : share)));
        drawn = share;
      }
    }
    return places;
  }

  private static Chart.Place place(double x, double y) {
    return new Chart.Place(x, y, y, y);
  }

  /** Percentiles side by side, with the interval over replications. */
  Optional<Chart> percentiles() {
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    Unit unit = wish.readings().get(0).unit();
    Scale scale = Scale.of(unit, largest("p99"));
    List<Chart.BarSeries> series = new ArrayList<>();
    for (Runs run : runs) {
      series.add(
          new Chart.BarSeries(
              run.name(), PERCENTILES.stream().map(p -> interval(run, p, scale)).toList()));
    }
    int most = runs.stream().mapToInt(run -> run.measurements().size()).max().orElse(0);
    if (most > 1) {
      notes.add(words.say("chart.intervals", most));
    }
    Frame frame =
        new Frame(
            Labels.file(wish, "percentiles"),
            Labels.title(whole(), words),
            words.say("chart.percentile"),
            Labels.with(Labels.common(firsts()), scale),
            false,
            wish.logY(),
            notes);
    return Optional.of(new Chart.Bars(frame, PERCENTILES, series, false));
  }

  private static Optional<ConfidenceInterval> interval(Runs runs, String name, Scale scale) {
    List<Double> values =
        runs.measurements().stream()
            .map(m -> m.statistic(name))
            .filter(java.util.OptionalDouble::isPresent)
            .map(value -> scale.apply(value.getAsDouble()))
            .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(ConfidenceInterval.of(values));
  }
}
