package vdcsim.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Provenance;
import vdcsim.kernel.result.Quantile;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.result.Topology;
import vdcsim.report.reading.Readings;
import vdcsim.report.text.Words;

class ChartsTest {
  private static final Axis TECHNIQUE = names("vm.model", "e1000", "virtio");
  private static final Axis SIZE = numbers("load.size", 64, 512, 1518);

  private static Axis names(String path, String... values) {
    List<String> all = List.of(values);
    return new Axis(path, Unit.NONE, all, all.stream().map(v -> OptionalDouble.empty()).toList());
  }

  private static Axis numbers(String path, double... values) {
    List<String> texts = new ArrayList<>();
    List<OptionalDouble> numbers = new ArrayList<>();
    for (double value : values) {
      texts.add((int) value + " B");
      numbers.add(OptionalDouble.of(value));
    }
    return new Axis(path, Unit.BYTES, texts, numbers);
  }

  private static Measurement rate(double value) {
    return new Measurement.Scalar("stream.throughput", Unit.BITS_PER_SECOND, value);
  }

  private static Measurement delay(double value) {
    List<Quantile> quantiles = List.of(new Quantile(value, 0.5), new Quantile(3 * value, 1));
    return new Measurement.Sample(
        "ping.delay", Unit.NANOSECONDS, 2, 2 * value, value, value, 3 * value, quantiles);
  }

  private static Results results(
      List<Axis> axes,
      int replications,
      Function<List<Integer>, List<Measurement>> run,
      ChartRequest... requests) {
    List<List<Integer>> grid = List.of(List.of());
    for (Axis axis : axes) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> start : grid) {
        for (int i = 0; i < axis.values().size(); i++) {
          List<Integer> settings = new ArrayList<>(start);
          settings.add(i);
          longer.add(settings);
        }
      }
      grid = longer;
    }
    List<Point> points = new ArrayList<>();
    for (List<Integer> settings : grid) {
      List<Replication> runs = new ArrayList<>();
      for (int r = 0; r < replications; r++) {
        runs.add(new Replication(r, 1, 1, run.apply(settings)));
      }
      points.add(new Point(points.size(), settings, runs));
    }
    return new Results(
        "test",
        "",
        new Provenance("0", "", 1, List.of(), replications, 1, 0),
        axes,
        points,
        new Topology(List.of(), List.of()),
        List.of(requests),
        List.of(),
        List.of());
  }

  private static List<Chart> charts(Results results) {
    return Charts.of(new Readings(results), Words.english()).all();
  }

  private static ChartRequest request(ChartRequest.Kind kind, String... metrics) {
    return new ChartRequest("", kind, List.of(metrics), Optional.empty(), false, false);
  }

  @Test
  void aVariedTechniqueGivesBarsOnAReadableScale() {
    List<Chart> charts =
        charts(results(List.of(TECHNIQUE), 1, s -> List.of(rate(s.get(0) == 0 ? 9.4e8 : 9.4e9))));
    assertThat(charts).hasSize(1);
    Chart.Bars bars = (Chart.Bars) charts.get(0);
    assertThat(bars.categories()).containsExactly("e1000", "virtio");
    assertThat(bars.frame().x()).isEqualTo("model");
    assertThat(bars.frame().y()).isEqualTo("throughput (Gb/s)");
    assertThat(bars.series().get(0).values().get(0).orElseThrow().mean()).isEqualTo(0.94);
    assertThat(bars.series().get(0).values().get(1).orElseThrow().mean()).isEqualTo(9.4);
  }

  @Test
  void aHeatMapHasACellForEachNumberAndAGapWhereThereIsNone() {
    Results results =
        results(
            List.of(TECHNIQUE, SIZE),
            1,
            s ->
                s.equals(List.of(1, 2))
                    ? List.of()
                    : List.of(rate(1e6 * (s.get(0) + 1) * (s.get(1) + 1))),
            request(ChartRequest.Kind.HEAT_MAP, "stream.throughput"));
    Chart.HeatMap map = (Chart.HeatMap) charts(results).get(0);
    assertThat(map.columns()).containsExactly("e1000", "virtio");
    assertThat(map.rows()).containsExactly("64 B", "512 B", "1518 B");
    assertThat(map.frame().x()).isEqualTo("model");
    assertThat(map.frame().y()).isEqualTo("size");
    assertThat(map.scale()).isEqualTo("throughput (Mb/s)");
    assertThat(map.cells())
        .containsExactly(
            new Chart.Cell(0, 0, 1),
            new Chart.Cell(1, 0, 2),
            new Chart.Cell(0, 1, 2),
            new Chart.Cell(1, 1, 4),
            new Chart.Cell(0, 2, 3));
    assertThat(map.frame().notes()).containsExactly("–: no value");
  }

  @Test
  void aHeatMapOfOneVariedValueBecomesBars() {
    Results results =
        results(
            List.of(SIZE),
            1,
            s -> List.of(rate(1e6 * (s.get(0) + 1))),
            request(ChartRequest.Kind.HEAT_MAP, "stream.throughput"));
    assertThat(charts(results).get(0)).isInstanceOf(Chart.Bars.class);
  }

  @Test
  void aVariedNumberGivesLinesAndASecondAxisGivesSeries() {
    List<Chart> charts =
        charts(
            results(
                List.of(TECHNIQUE, SIZE),
                1,
                s -> List.of(rate(1e6 * (s.get(0) + 1) * (s.get(1) + 1)))));
    Chart.Lines lines = (Chart.Lines) charts.get(0);
    assertThat(lines.frame().x()).isEqualTo("size (kB)");
    assertThat(lines.series().stream().map(Chart.LineSeries::name))
        .containsExactly("e1000", "virtio");
    assertThat(lines.series().get(1).places())
        .containsExactly(
            new Chart.Place(0.064, 2, 2, 2),
            new Chart.Place(0.512, 4, 4, 4),
            new Chart.Place(1.518, 6, 6, 6));
  }

  @Test
  void aVariedTechniqueWithLatenciesGivesPercentilesAndCdf() {
    List<Chart> charts =
        charts(results(List.of(TECHNIQUE), 1, s -> List.of(delay(1000.0 * (s.get(0) + 1)))));
    assertThat(charts.stream().map(chart -> chart.frame().name()))
        .containsExactly("ping.delay-percentiles", "ping.delay-cdf");
    Chart.Lines cdf = (Chart.Lines) charts.get(1);
    assertThat(cdf.steps()).isTrue();
    assertThat(cdf.series().get(0).places().stream().map(Chart.Place::y))
        .containsExactly(0.0, 50.0, 100.0);
    assertThat(cdf.series().get(0).places().stream().map(Chart.Place::x))
        .containsExactly(1.0, 1.0, 3.0);
  }

  @Test
  void valuesOverTimeGiveLinesAndStatesATimeLine() {
    Measurement course =
        new Measurement.Course(
            "s1.rate", Unit.BITS_PER_SECOND, List.of(0L, 2_000_000_000L), List.of(1e6, 2e6));
    Measurement states =
        new Measurement.States(
            "s1.p1.state",
            List.of(0L, 15_000_000_000L),
            List.of("listening", "forwarding"),
            20_000_000_000L);
    List<Chart> charts = charts(results(List.of(), 1, s -> List.of(states, course)));
    assertThat(((Chart.Lines) charts.get(0)).series().get(0).places())
        .containsExactly(new Chart.Place(0, 1, 1, 1), new Chart.Place(2, 2, 2, 2));
    Chart.Timeline timeline = (Chart.Timeline) charts.get(1);
    assertThat(timeline.rows().get(0).spans())
        .containsExactly(new Chart.Span(0, 15, "listening"), new Chart.Span(15, 20, "forwarding"));
    assertThat(timeline.frame().x()).isEqualTo("simulated time (s)");
  }

  @Test
  void aRequestIsDrawnAsItIsWritten() {
    Results results =
        results(
            List.of(TECHNIQUE),
            2,
            s -> List.of(delay(1000.0 * (s.get(0) + 1)), rate(1e9)),
            request(ChartRequest.Kind.BARS, "ping.*.p99"),
            request(ChartRequest.Kind.LINES, "stream.throughput"),
            request(ChartRequest.Kind.CDF, "no.such"));
    Charts charts = Charts.of(new Readings(results), Words.english());
    assertThat(charts.all()).hasSize(2);
    Chart.Bars p99 = (Chart.Bars) charts.all().get(0);
    assertThat(p99.frame().title()).isEqualTo("ping.delay.p99");
    assertThat(p99.frame().notes())
        .containsExactly("mean of 2 replications with 95 % confidence intervals");
    assertThat(p99.series().get(0).values().get(1).orElseThrow().mean()).isEqualTo(6.0);
    assertThat(charts.all().get(1)).isInstanceOf(Chart.Bars.class);
    assertThat(charts.missing().stream().map(ChartRequest::metrics))
        .containsExactly(List.of("no.such"));
  }

  @Test
  void manyNamesAreCappedAndTheChartSaysSo() {
    List<Measurement> many = new ArrayList<>();
    for (int host = 1; host <= 40; host++) {
      many.add(new Measurement.Scalar("h" + host + ".received", Unit.FRAMES, host));
    }
    Results bars = results(List.of(), 1, s -> many, request(ChartRequest.Kind.AUTO, "h*.received"));
    Chart.Bars drawn = (Chart.Bars) charts(bars).get(0);
    assertThat(drawn.categories()).hasSize(30);
    assertThat(drawn.frame().notes().get(0)).startsWith("30 of 40 are shown");
    Results lines =
        results(List.of(SIZE), 1, s -> many, request(ChartRequest.Kind.AUTO, "h*.received"));
    assertThat(((Chart.Lines) charts(lines).get(0)).series()).hasSize(8);
    assertThat(charts(lines).get(0).frame().notes().get(0)).startsWith("8 of 40 are shown");
  }

  @Test
  void metricsOfDifferentUnitsStandInChartsOfTheirOwn() {
    Results results =
        results(
            List.of(TECHNIQUE),
            1,
            s -> List.of(rate(1e9), new Measurement.Scalar("stream.sent", Unit.FRAMES, 3)),
            request(ChartRequest.Kind.BARS, "stream.*"));
    assertThat(charts(results).stream().map(chart -> chart.frame().y()))
        .containsExactly("sent (frames)", "throughput (Gb/s)");
  }

  @Test
  void noTwoChartsHaveTheSameFileName() {
    Results results =
        results(
            List.of(),
            1,
            s -> List.of(new Measurement.Scalar("topology", Unit.NONE, 1)),
            request(ChartRequest.Kind.BARS, "topology"),
            request(ChartRequest.Kind.BARS, "topology"));
    assertThat(charts(results).stream().map(chart -> chart.frame().name()))
        .containsExactly("topology-2", "topology-3");
  }

  @Test
  void thinningKeepsThePeaks() {
    List<Chart.Place> places = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      places.add(new Chart.Place(i, i == 7777 ? 9 : 0, 0, 0));
    }
    List<Chart.Place> thin = Thinning.thin(places, 100);
    assertThat(thin).hasSizeLessThanOrEqualTo(100);
    assertThat(thin.stream().map(Chart.Place::y)).contains(9.0);
  }
}
