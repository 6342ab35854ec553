package vdcsim.scenario.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.problem.Problem;
import vdcsim.scenario.language.problem.RefusedScenario;

/** Reads the scenarios of a command line: all of them, so that all their problems are told. */
final class Loading {
  private final Context context;
  private final List<String> overrides;
  private final List<Loaded> loaded = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** A scenario and how the user named it. */
  record Loaded(String label, Scenario scenario) {}

  private Loading(Context context, List<String> overrides) {
    this.context = context;
    this.overrides = overrides;
  }

  /**
   * Reads scenarios that shall run together.
   *
   * @throws RefusedFiles if one of them is wrong
   * @throws CommandFailure if one cannot be found, or two have one name
   */
  static List<Loaded> all(Context context, List<String> names, List<String> overrides)
      throws CommandFailure, RefusedFiles {
    Loading loading = new Loading(context, overrides);
    if (Collections.frequency(names, ScenarioSource.STANDARD_INPUT) > 1) {
      throw new CommandFailure(Exit.WRONG, "standard input, '-', can be read only once");
    }
    List<ScenarioSource> sources = new ArrayList<>();
    for (String name : names) {
      sources.add(ScenarioSource.named(name, context));
    }
    sources.forEach(loading::read);
    if (loading.problems.stream().anyMatch(ProblemText::isError)) {
      throw new RefusedFiles(loading.problems);
    }
    loading.refuseSameNames();
    return loading.loaded;
  }

  private void read(ScenarioSource source) {
    try {
      Scenario scenario = source.read(context, overrides);
      problems.addAll(scenario.warnings());
      loaded.add(new Loaded(source.label(), scenario));
    } catch (RefusedScenario e) {
      problems.addAll(e.problems());
    }
  }

  /**
   * Both would write to the same folder; on some systems letters' case does not tell them apart.
   */
  private void refuseSameNames() throws CommandFailure {
    Map<String, String> labels = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Loaded one : loaded) {
      String name = one.scenario().name();
      String first = labels.putIfAbsent(name, one.label());
      if (first != null) {
        throw new CommandFailure(
            Exit.WRONG,
            "%s and %s are both named '%s', and would write to one folder; run them one by one with"
                    .formatted(first, one.label(), name)
                + " different --out, or rename one with --set name=...");
      }
    }
  }
}
