package vdcsim.scenario.language.yaml;

import java.util.regex.Pattern;

/** Says in the words of a scenario what YAML says in the words of its grammar. */
final class YamlErrors {
  private static final Pattern CALL = Pattern.compile("[\\w-]\\([^)]*: ");

  private YamlErrors() {}

  /** What is wrong, and what would be right. */
  static String sentence(String problem, SourceText source, Place place) {
    String line = source.excerpt(place);
    if (problem.contains("\\t") || problem.contains("TAB")) {
      return "a tab cannot indent YAML; write blanks";
    } else if (isColon(problem) && CALL.matcher(line).find()) {
      return "in YAML a value that holds ': ' needs quotes; write it in quotes, or with '=' instead"
          + " of ':'";
    } else if (isColon(problem)) {
      return "a ': ' has no place here: the line is indented too far, or a value that holds ': '"
          + " lacks its quotes";
    } else if (problem.endsWith("but got [") && followsText(line, place.column() - 1)) {
      return "between { } or [ ] YAML takes '[' for a list; write a name or a path that holds '['"
          + " in quotes, as \"h[1..3]\", or each thing on a line of its own";
    }
    return "this is no YAML: " + Printable.line(problem);
  }

  private static boolean isColon(String problem) {
    return problem.startsWith("mapping values are not allowed") || problem.endsWith("but got :");
  }

  private static boolean followsText(String line, int index) {
    return index > 0
        && index < line.length()
        && !Character.isWhitespace(line.charAt(index - 1))
        && "[]{},:\"'".indexOf(line.charAt(index - 1)) < 0;
  }
}
