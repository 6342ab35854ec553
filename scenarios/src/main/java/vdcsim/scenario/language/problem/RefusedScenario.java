package vdcsim.scenario.language.problem;

import java.util.List;

/** A scenario that cannot run, with everything that is wrong with it. */
public final class RefusedScenario extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Refuses for {@code problems}, of which at least one is an error. */
  public RefusedScenario(List<Problem> problems) {
    super(problems.size() + " problems, the first: " + problems.get(0).message());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
