package vdcsim.scenario.language.problem;

import java.util.List;

/** A scenario that cannot run, with everything that is wrong with it. */
public final class RefusedScenario extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Refuses for {@code problems}, of which at least one is an error. */
  public RefusedScenario(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  private static String message(List<Problem> problems) {
    List<String> errors =
        problems.stream()
            .filter(problem -> problem.severity() == Problem.Severity.ERROR)
            .map(Problem::message)
            .toList();
    String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
    return errors.get(0) + more;
  }

  /** What is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
