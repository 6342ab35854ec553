package vdcsim.scenario.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.FinalTable;
import vdcsim.kernel.result.Measurement;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;

/** A scenario that a test has read, built and run for a time. */
record ScenarioRun(Simulation simulation) {
  private static final int MOST_ROWS = 1000;

  static Scenario read(String text) throws RefusedScenario {
    return new ScenarioReader(Vdcsim.language())
        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8), List.of());
  }

  static ScenarioRun of(String text, double seconds) throws RefusedScenario {
    Scenario scenario = read(text);
    Simulation simulation =
        scenario.builder().build(0, new Simulation(scenario.seed(), 0)).simulation();
    simulation.run((long) (seconds * 1e9));
    return new ScenarioRun(simulation);
  }

  /** The metrics with one value. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>();
    for (Measurement measurement : simulation.metrics().read()) {
      measurement.statistic("value").ifPresent(v -> metrics.put(measurement.metric(), v));
    }
    return metrics;
  }

  /** The rows of a table; none if there is no such table. */
  List<List<String>> table(String name) {
    return simulation.tables().read(MOST_ROWS).stream()
        .filter(table -> table.name().equals(name))
        .map(FinalTable::rows)
        .findFirst()
        .orElse(List.of());
  }

  /** What the table of migrations says of why the first one failed; empty if there was none. */
  String why() {
    return table("migrations").stream().findFirst().map(row -> row.get(row.size() - 1)).orElse("");
  }
}
