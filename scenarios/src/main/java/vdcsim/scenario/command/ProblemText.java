package vdcsim.scenario.command;

import java.util.List;
import vdcsim.report.text.Columns;
import vdcsim.scenario.language.problem.Problem;

/** Shows what is wrong with scenarios, as compilers do: place, sentence, the line with a mark. */
final class ProblemText {
  private static final String WORD = "[\\p{L}\\p{N}_-]";

  private final Paint paint;

  ProblemText(Paint paint) {
    this.paint = paint;
  }

  /** One problem, in one line or three. */
  String of(Problem problem) {
    boolean error = problem.severity() == Problem.Severity.ERROR;
    String kind = error ? paint.red("error:") : paint.yellow("warning:");
    String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
    String place = problem.file() + ":" + problem.line() + ":" + problem.column() + ":";
    if (problem.line() == 0) {
      return kind + " " + problem.message();
    }
    return paint.bold(place) + " " + kind + " " + path + problem.message() + excerpt(problem);
  }

  private String excerpt(Problem problem) {
    String line = problem.excerpt();
    if (line.isBlank()) {
      return "";
    }
    String gutter = String.format("%5d | ", problem.line());
    String shown = "\n" + paint.faint(gutter) + line;
    int start = offset(line, problem.column());
    if (start >= line.length()) {
      return shown;
    }
    String before = " ".repeat(Columns.width(line.substring(0, start)));
    String marked = "^".repeat(Math.max(1, Columns.width(word(line.substring(start)))));
    return shown + "\n" + paint.faint("      | ") + before + paint.red(marked);
  }

  /** Columns count characters of Unicode. */
  private static int offset(String line, int column) {
    return column - 1 > line.codePointCount(0, line.length())
        ? line.length()
        : line.offsetByCodePoints(0, column - 1);
  }

  /** What the mark stands under: a word, or what is in quotes. */
  private static String word(String text) {
    String quote = text.substring(0, 1);
    int end = quote.matches("[\"']") ? text.indexOf(quote, 1) : -1;
    return end > 0 ? text.substring(0, end + 1) : text.replaceAll("^(" + WORD + "*).*$", "$1");
  }

  /** The last line: how many there are, and what that means. */
  static String count(List<Problem> problems, String consequence) {
    long errors = problems.stream().filter(ProblemText::isError).count();
    long warnings = problems.size() - errors;
    String text = errors > 0 || warnings == 0 ? plural(errors, "error") : "";
    if (warnings > 0) {
      text += (text.isEmpty() ? "" : ", ") + plural(warnings, "warning");
    }
    return text + ". " + consequence;
  }

  static boolean isError(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR;
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
