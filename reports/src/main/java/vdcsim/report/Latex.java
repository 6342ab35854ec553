package vdcsim.report;

/** Text as LaTeX sets it: what is a command there is escaped. */
final class Latex {
  private Latex() {}

  static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(point -> escape(point, safe));
    return safe.toString();
  }

  private static void escape(int point, StringBuilder safe) {
    switch (point) {
      case '&', '%', '$', '#', '_', '{', '}' -> safe.append('\\').appendCodePoint(point);
      case '\\' -> safe.append("\\textbackslash{}");
      case '~' -> safe.append("\\textasciitilde{}");
      case '^' -> safe.append("\\textasciicircum{}");
      case '<' -> safe.append("\\textless{}");
      case '>' -> safe.append("\\textgreater{}");
      case '|' -> safe.append("\\textbar{}");
      case '±' -> safe.append("$\\pm$");
      case 'µ', 'μ' -> safe.append("$\\mu$");
      case '≤' -> safe.append("$\\le$");
      case '≥' -> safe.append("$\\ge$");
      case '×' -> safe.append("$\\times$");
      case '–' -> safe.append("--");
      case '…' -> safe.append("\\dots{}");
      default -> safe.appendCodePoint(point < ' ' ? ' ' : point);
    }
  }
}
