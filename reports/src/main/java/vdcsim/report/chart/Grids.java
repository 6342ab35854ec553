package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.quantity.Scale;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.statistics.ConfidenceInterval;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;

/** Makes heat maps: one axis to the right, all others upwards, a colour for each number. */
final class Grids {
  private final Readings readings;
  private final Words words;
  private final Wish wish;

  Grids(Readings readings, Words words, Wish wish) {
    this.readings = readings;
    this.words = words;
    this.wish = wish;
  }

  Chart heatMap() {
    Variation variation = Variation.along(readings.results(), wish.x(), false);
    List<Variation.Series> series = variation.series();
    List<Chart.Cell> cells = new ArrayList<>();
    double largest = 0;
    boolean gaps = false;
    for (int row = 0; row < series.size(); row++) {
      for (int column = 0; column < variation.axis().values().size(); column++) {
        Optional<Double> mean = mean(series.get(row), column);
        largest = Math.max(largest, Math.abs(mean.orElse(0.0)));
        gaps |= mean.isEmpty();
        mean.ifPresent(new Adding(cells, column, row)::add);
      }
    }
    Scale scale = Scale.of(wish.readings().get(0).unit(), largest);
    return new Chart.HeatMap(
        frame(variation.axis(), gaps),
        Labels.with(Labels.common(wish.readings()), scale),
        variation.axis().values(),
        rows(variation.axis(), series),
        cells.stream().map(c -> c.scaled(scale.apply(c.value()))).toList());
  }

  private record Adding(List<Chart.Cell> cells, int column, int row) {
    void add(double value) {
      cells.add(new Chart.Cell(column, row, value));
    }
  }

  private Optional<Double> mean(Variation.Series series, int column) {
    return Optional.ofNullable(series.points().get(column))
        .flatMap(point -> readings.interval(point, wish.readings().get(0)))
        .map(ConfidenceInterval::mean);
  }

  /** The axis that is not to the right, where there is one alone. */
  private Optional<Axis> other(Axis right) {
    List<Axis> others =
        readings.results().axes().stream().filter(a -> !a.path().equals(right.path())).toList();
    return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
  }

  private List<String> rows(Axis right, List<Variation.Series> series) {
    return other(right)
        .filter(axis -> axis.values().size() == series.size())
        .map(Axis::values)
        .orElseGet(() -> series.stream().map(Variation.Series::name).toList());
  }

  private Frame frame(Axis right, boolean gaps) {
    return new Frame(
        Labels.file(wish, "map"),
        Labels.title(wish, words),
        right.label(),
        other(right).map(Axis::label).orElse(""),
        false,
        wish.logY(),
        gaps ? List.of(words.say("chart.none")) : List.of());
  }
}
