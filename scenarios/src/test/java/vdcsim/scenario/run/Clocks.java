package vdcsim.scenario.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.language.shape.Grammar;

/** Scenarios of clocks. */
final class Clocks {
  private Clocks() {}

  /** A scenario of ten seconds, with more lines at its end. */
  static Scenario scenario(String... lines) throws RefusedScenario {
    String text = "name: clocks\nduration: 10 s\n" + String.join("\n", lines) + "\n";
    return new ScenarioReader(new Grammar(List.of(new TroubleCatalog())))
        .read("clocks.yaml", text.getBytes(StandardCharsets.UTF_8), List.of());
  }
}
