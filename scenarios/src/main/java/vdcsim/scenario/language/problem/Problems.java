package vdcsim.scenario.language.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.SourceText;

/** Gathers what is wrong with one file, so that all of it is told at once. */
public final class Problems {
  /** Past this many, more would not help. */
  private static final int MOST = 100;

  private final SourceText source;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  /** No problems yet with {@code source}. */
  public Problems(SourceText source) {
    this.source = source;
  }

  /** Adds an error. */
  public void error(Place place, String path, String message) {
    add(place, path, message, Problem.Severity.ERROR);
  }

  /** Adds a warning. */
  public void warning(Place place, String path, String message) {
    add(place, path, message, Problem.Severity.WARNING);
  }

  /** One mistake in a template or a range shows up in many things, and is told once. */
  private void add(Place place, String path, String message, Problem.Severity severity) {
    if (problems.size() < MOST && said.add(place.line() + ":" + place.column() + " " + message)) {
      problems.add(
          new Problem(
              source.file(),
              place.line(),
              place.column(),
              path,
              message,
              source.excerpt(place),
              severity));
    }
  }

  /** Whether something is wrong, warnings apart. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  /** How many problems there are, warnings included. */
  public int size() {
    return problems.size();
  }

  /** All problems, in the order of the file. */
  public List<Problem> inOrder() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  /** Refuses the file if something is wrong with it. */
  public void refuseIfAny() throws RefusedScenario {
    if (hasErrors()) {
      throw new RefusedScenario(inOrder());
    }
  }
}
