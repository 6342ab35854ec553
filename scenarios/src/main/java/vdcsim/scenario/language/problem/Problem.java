package vdcsim.scenario.language.problem;

/**
 * Something wrong in a scenario file.
 *
 * @param file the file as the user named it; {@code -} for standard input
 * @param line from 1
 * @param column from 1, in characters
 * @param path where it is in the scenario, as {@code switches.s1.priority}; empty for the whole
 *     file
 * @param message what is wrong, and what would be right
 * @param excerpt the line itself, empty when there is none
 * @param severity whether the scenario can run all the same
 */
public record Problem(
    String file,
    int line,
    int column,
    String path,
    String message,
    String excerpt,
    Severity severity) {

  /** Whether a scenario can run in spite of a problem. */
  public enum Severity {
    ERROR,
    WARNING
  }
}
