package vdcsim.scenario.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.RefusedScenario;
import vdcsim.scenario.run.Runner;

/** Says everything that can be known about scenarios without running them. */
@Command(
    footer = {
      "",
      "Examples:",
      "  vdcsim check lab.yaml               every mistake, with line and column",
      "  vdcsim check *.yaml --format json   the same for a program",
      "  vdcsim check - < lab.yaml           from standard input",
      "",
      "Exit code: 0 if all can run, 2 if one cannot."
    })
final class CheckCommand implements Callable<Integer> {
  private final Context context;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Scenario> right = new ArrayList<>();

  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "1..*",
      description = "a file, - for standard input, or a name of the library")
  private List<String> names;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "another value at a path of the file, as --set hosts.h1.nics.eth0=10Gbps")
  private List<String> overrides = List.of();

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandFailure {
    for (String name : names) {
      ScenarioSource source = ScenarioSource.named(name, context);
      try {
        Scenario scenario = source.read(context, overrides);
        problems.addAll(scenario.warnings());
        right.add(scenario);
      } catch (RefusedScenario e) {
        problems.addAll(e.problems());
      }
    }
    boolean fine = right.size() == names.size();
    if (output.json()) {
      context.terminal().out().print(json(fine));
    } else {
      text(fine);
    }
    return fine ? Exit.FINE : Exit.WRONG;
  }

  private void text(boolean fine) throws CommandFailure {
    Terminal terminal = context.terminal();
    ProblemText text = new ProblemText(terminal.paint(output.color, terminal.errShown()));
    problems.forEach(problem -> terminal.tell(text.of(problem)));
    for (Scenario scenario : right) {
      terminal.out().line(scenario.name() + ": fine, " + size(scenario));
    }
    if (!fine || !problems.isEmpty()) {
      terminal.tell(ProblemText.count(problems, "Nothing was run."));
    }
  }

  private static String size(Scenario scenario) {
    int runs = Runner.runs(scenario);
    return runs == 1
        ? "1 run"
        : runs
            + " runs ("
            + Header.plural(scenario.points().size(), "configuration")
            + ", "
            + Header.plural(scenario.replications(), "replication")
            + ")";
  }

  private String json(boolean fine) {
    List<Object> scenarios = new ArrayList<>();
    for (Scenario scenario : right) {
      scenarios.add(
          Json.object(
              "name", scenario.name(),
              "sha256", scenario.sha256(),
              "points", scenario.points().size(),
              "replications", scenario.replications()));
    }
    return Json.document(
        Json.object("fine", fine, "scenarios", scenarios, "problems", Json.problems(problems)));
  }
}
