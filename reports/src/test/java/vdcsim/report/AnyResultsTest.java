package vdcsim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.result.Axis;
import vdcsim.kernel.result.ChartRequest;
import vdcsim.kernel.result.Check;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.result.Point;
import vdcsim.kernel.result.Quantile;
import vdcsim.kernel.result.Replication;
import vdcsim.kernel.result.Results;
import vdcsim.kernel.result.Topology;

/** Whatever the results are, a report is written, and reads back. */
class AnyResultsTest {
  private static final List<String> NAMES =
      List.of(
          "a",
          "a.b",
          "a.b.c",
          "h1.sent",
          "s1",
          "中文.指标",
          "\ud83d\ude00",
          "<b>",
          "../../x",
          "=1",
          "..",
          "x".repeat(300),
          "a b",
          "\"",
          "con",
          "p99",
          "a.p99",
          "\u202eabc",
          "%n{0}$\\");
  private static final double[] NUMBERS = {
    0, -0.0, 1, -1, 1e-300, 1e300, 3.5, 1e9, Double.NaN, Double.POSITIVE_INFINITY, 0.1, 12345.678
  };

  @TempDir Path folder;
  private SplittableRandom random = new SplittableRandom();

  static IntStream seeds() {
    return IntStream.range(0, 14);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void giveAReport(int seed) throws Exception {
    random = new SplittableRandom(seed);
    Results results = results();
    Language language = pick(List.of(Language.values()));
    Report.Options options =
        new Report.Options(language, random.nextBoolean(), Duration.ZERO, Optional.empty());
    Report.Written written = Report.write(results, options, folder);
    assertThat(written.html()).isNotEmptyFile();
    assertThat(ResultFiles.read(folder)).isEqualTo(results);
    assertThat(Summary.of(results).text(30, false)).matches("(?s)\\p{ASCII}*");
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private double number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  private List<String> names(int most) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> pick(NAMES)).toList();
  }

  private Results results() {
    List<Axis> axes = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      axes.add(axis());
    }
    List<Point> points = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      points.add(point(points.size(), axes));
    }
    List<ChartRequest> charts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      charts.add(
          new ChartRequest(
              random.nextBoolean() ? "" : pick(NAMES),
              pick(List.of(ChartRequest.Kind.values())),
              List.of(random.nextBoolean() ? "*" : pick(NAMES) + "*"),
              random.nextBoolean() ? Optional.empty() : Optional.of(pick(NAMES)),
              random.nextBoolean(),
              random.nextBoolean()));
    }
    return new Results(
        pick(NAMES),
        pick(NAMES),
        Examples.provenance(1),
        axes,
        points,
        topology(),
        charts,
        random.nextBoolean() ? List.of() : List.of("*"),
        names(2).stream().map(name -> new Check(name, random.nextBoolean(), name)).toList());
  }

  private Axis axis() {
    List<String> values = new ArrayList<>(names(3));
    values.add(pick(NAMES));
    boolean numeric = random.nextBoolean();
    List<OptionalDouble> numbers =
        values.stream()
            .map(v -> numeric ? OptionalDouble.of(random.nextInt(9)) : OptionalDouble.empty())
            .toList();
    return new Axis(pick(NAMES), pick(List.of(Unit.values())), values, numbers);
  }

  private Point point(int index, List<Axis> axes) {
    List<Integer> settings = axes.stream().map(a -> random.nextInt(a.values().size())).toList();
    List<Replication> runs = new ArrayList<>();
    for (int r = random.nextInt(3); r > 0; r--) {
      List<Measurement> measurements = new ArrayList<>();
      names(6).stream().distinct().sorted().forEach(name -> measurements.add(measurement(name)));
      runs.add(new Replication(runs.size(), random.nextLong(), random.nextLong(), measurements));
    }
    return new Point(index, settings, runs);
  }

  private Measurement measurement(String name) {
    Unit unit = pick(List.of(Unit.values()));
    long count = random.nextInt(3);
    List<Quantile> quantiles =
        count == 0 ? List.of() : List.of(new Quantile(number(), 0.5), new Quantile(number(), 1));
    List<Long> times = IntStream.range(0, random.nextInt(4)).mapToObj(i -> i * 1_000L).toList();
    return switch (random.nextInt(5)) {
      case 0 -> new Measurement.Scalar(name, unit, number());
      case 1 ->
          new Measurement.Sample(
              name, unit, count, number(), number(), number(), number(), quantiles);
      case 2 -> new Measurement.Level(name, unit, number(), number(), number(), number());
      case 3 ->
          new Measurement.Course(name, unit, times, times.stream().map(t -> number()).toList());
      default ->
          new Measurement.States(name, times, times.stream().map(t -> pick(NAMES)).toList(), 5_000);
    };
  }

  private Topology topology() {
    List<Topology.Node> nodes =
        names(12).stream()
            .distinct()
            .map(name -> new Topology.Node(name, pick(List.of("host", "switch", "?")), pick(NAMES)))
            .toList();
    List<Topology.Edge> edges = new ArrayList<>();
    for (int i = random.nextInt(15); i > 0; i--) {
      String state = pick(List.of("up", "down", "blocked", "blocked to", "odd"));
      edges.add(
          new Topology.Edge(
              "e" + i, pick(NAMES), pick(NAMES), pick(NAMES), "", pick(NAMES), state));
    }
    return new Topology(nodes, edges);
  }
}
