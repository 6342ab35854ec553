package vdcsim.scenario.verify.golden;

import vdcsim.scenario.language.problem.Problem;

/** A golden case that is no golden case: its text, or a value in it, is wrong. */
public final class UnreadableCase extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** A case that is wrong at one place. */
  public UnreadableCase(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  /** What is wrong, and where. */
  public Problem problem() {
    return problem;
  }

  /** File, line, column and what is wrong, in one line. */
  public String sentence() {
    String path = problem.path().isEmpty() ? "" : " " + problem.path() + ":";
    return problem.file()
        + ":"
        + problem.line()
        + ":"
        + problem.column()
        + ":"
        + path
        + " "
        + problem.message();
  }
}
