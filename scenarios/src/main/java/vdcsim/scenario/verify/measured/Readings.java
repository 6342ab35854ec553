package vdcsim.scenario.verify.measured;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.FinalTable;
import vdcsim.kernel.result.Measurement;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Difference;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** What the runs of a scenario show at their ends. */
public final class Readings {
  private final List<Map<String, Measurement>> runs = new ArrayList<>();
  private List<FinalTable> tables = List.of();
  private long events;
  private long digest;

  private static final double NS = 1e9;
  private static final int MOST_ROWS = 10_000;

  /** No runs yet. */
  public Readings() {}

  /** Runs a scenario to its end, and adds what it shows. */
  public void run(String name, String text, ScenarioReader reader) throws UnsupportedCase {
    try {
      Scenario scenario =
          reader.read(name + ".yaml", text.getBytes(StandardCharsets.UTF_8), List.of());
      Simulation simulation = new Simulation(scenario.seed(), 0);
      scenario.builder().build(0, simulation);
      simulation.run(scenario.warmUp().toNanos());
      simulation.metrics().restart();
      simulation.run(scenario.duration().toNanos());
      Map<String, Measurement> readings = new TreeMap<>();
      simulation.metrics().read().forEach(m -> readings.put(m.metric(), m));
      runs.add(readings);
      tables = simulation.tables().read(MOST_ROWS);
      events += simulation.events();
      digest = digest * 31 + simulation.digest();
    } catch (RefusedScenario e) {
      Problem first = e.problems().get(0);
      throw new UnsupportedCase(
          "its scenario is refused: " + first.path() + ": " + first.message());
    }
  }

  /** The median over the runs of what a metric shows. */
  public double median(String metric, String statistic) {
    return median(run -> value(run, metric, statistic));
  }

  /** What each run shows. */
  public <T> List<T> each(Function<Map<String, Measurement>, T> figure) {
    return runs.stream().map(figure).toList();
  }

  /** A statistic of a metric of one run. */
  public static double value(Map<String, Measurement> run, String metric, String statistic) {
    return run.get(metric).statistic(statistic).orElse(Double.NaN);
  }

  /** The median over the runs of what follows from their metrics. */
  public double median(ToDoubleFunction<Map<String, Measurement>> figure) {
    List<Double> values =
        runs.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /** The median over the runs of a metric with one value. */
  public double median(String metric) {
    return median(metric, "value");
  }

  /** The numbers in a column of a table of the last run; none if there is no such table. */
  public List<Double> column(String table, String column) {
    for (FinalTable each : tables) {
      int at = each.columns().indexOf(column);
      if (each.name().equals(table) && at >= 0) {
        return each.rows().stream().map(row -> Double.parseDouble(row.get(at))).toList();
      }
    }
    return List.of();
  }

  /** What a course recorded in the first run. */
  public List<Double> course(String metric) {
    return runs.get(0).get(metric) instanceof Measurement.Course course
        ? course.values()
        : List.of();
  }

  /** The mean of what a course recorded between two times of the first run. */
  public double meanBetween(String metric, double fromS, double toS) {
    double sum = 0;
    int count = 0;
    if (runs.get(0).get(metric) instanceof Measurement.Course course) {
      for (int i = 0; i < course.timesNs().size(); i++) {
        double at = course.timesNs().get(i) / NS;
        boolean within = at > fromS && at <= toS;
        sum += within ? course.values().get(i) : 0;
        count += within ? 1 : 0;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** How far a case holds of which these are the runs. */
  public CaseResult result(GoldenCase golden, String kind, List<FigureCheck> figures) {
    List<Difference> differences =
        figures.stream().filter(f -> !f.holds()).map(Readings::difference).toList();
    return new CaseResult(
        golden.id(),
        kind,
        golden.title(),
        "",
        figures.size(),
        differences,
        List.of(),
        figures,
        events,
        digest);
  }

  private static Difference difference(FigureCheck figure) {
    String band =
        String.format(
            Locale.ROOT, "%.4g (%.4g to %.4g)", figure.measured(), figure.least(), figure.most());
    String shown =
        String.format(Locale.ROOT, "%.4g (%+.1f %%)", figure.simulated(), 100 * figure.error());
    return new Difference("at the end", figure.what(), band, shown);
  }
}
