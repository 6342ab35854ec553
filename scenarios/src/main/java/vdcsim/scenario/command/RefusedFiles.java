package vdcsim.scenario.command;

import java.util.List;
import vdcsim.scenario.language.problem.Problem;

/** Scenarios of the command line that cannot run, with all that is wrong with all of them. */
final class RefusedFiles extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  RefusedFiles(List<Problem> problems) {
    super(problems.size() + " problems");
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
