package vdcsim.scenario.language.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vdcsim.scenario.language.yaml.Beside;
import vdcsim.scenario.language.yaml.Place;
import vdcsim.scenario.language.yaml.Printable;
import vdcsim.scenario.language.yaml.SourceText;

/**
 * Gathers what is wrong with one file, so that all of it is told at once. One mistake in a template
 * or a range shows up in many things, and is told once.
 */
public final class Problems {
  /** Past this many of a kind, more would not help. */
  private static final int MOST = 100;

  /** The longest sentence, in characters. */
  private static final int LONGEST = 1_000;

  private final SourceText source;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  /** No problems yet with {@code source}. */
  public Problems(SourceText source) {
    this.source = source;
  }

  /** The files that the file may name. */
  public Beside beside() {
    return source.beside();
  }

  /** Adds an error. */
  public void error(Place place, String path, String message) {
    add(errors, place, path, message, Problem.Severity.ERROR);
  }

  /** Adds a warning. */
  public void warning(Place place, String path, String message) {
    add(warnings, place, path, message, Problem.Severity.WARNING);
  }

  /** What is told may hold anything that a file holds: it is made fit for a terminal here. */
  private void add(
      List<Problem> to, Place place, String path, String message, Problem.Severity severity) {
    String sentence = Printable.line(message.substring(0, Math.min(LONGEST, message.length())));
    if (to.size() < MOST && said.add(key(place.line(), place.column(), sentence))) {
      to.add(
          new Problem(
              source.file(),
              place.line(),
              place.column(),
              Printable.line(path.substring(0, Math.min(LONGEST, path.length()))),
              sentence,
              source.excerpt(place),
              severity));
    }
  }

  private static String key(int line, int column, String message) {
    return line + ":" + column + " " + message;
  }

  /** Adds a problem that was found with other problems of the same file. */
  public void add(Problem problem) {
    List<Problem> to = problem.severity() == Problem.Severity.ERROR ? errors : warnings;
    if (to.size() < MOST && said.add(key(problem.line(), problem.column(), problem.message()))) {
      to.add(problem);
    }
  }

  /** Adds all problems of others. */
  public void addAll(Problems others) {
    others.errors.forEach(this::add);
    others.warnings.forEach(this::add);
  }

  /** Whether this has been told, at the same place in the same words. */
  public boolean has(Problem problem) {
    return said.contains(key(problem.line(), problem.column(), problem.message()));
  }

  /** Whether something is wrong, warnings apart. */
  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** How many errors there are. */
  public int errors() {
    return errors.size();
  }

  /** Whether there are so many errors that more would not help: time to stop looking. */
  public boolean full() {
    return errors.size() >= MOST;
  }

  /** How many problems there are, warnings included. */
  public int size() {
    return errors.size() + warnings.size();
  }

  /** All problems, in the order of the file. */
  public List<Problem> inOrder() {
    return Stream.concat(errors.stream(), warnings.stream())
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
