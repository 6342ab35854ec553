package vdcsim.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that can be written as text, Markdown or LaTeX.
 *
 * @param header the heading of each column
 * @param rows one cell a column
 * @param alignment of each column
 * @param notes sentences below the table
 */
public record Table(
    List<String> header, List<List<String>> rows, List<Align> alignment, List<String> notes) {

  /** On which side of a column its cells stand. */
  public enum Align {
    /** Texts. */
    LEFT,
    /** Numbers. */
    RIGHT
  }

  public Table {
    header = List.copyOf(header);
    List<List<String>> copied = new ArrayList<>();
    for (List<String> row : rows) {
      copied.add(List.copyOf(row));
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "a row needs " + header.size() + " cells, had " + row.size() + ": " + row);
      }
    }
    rows = List.copyOf(copied);
    alignment = List.copyOf(alignment);
    notes = List.copyOf(notes);
    if (alignment.size() != header.size()) {
      throw new IllegalArgumentException(
          "a table of " + header.size() + " columns had " + alignment.size() + " alignments");
    }
  }

  /**
   * The table as lines of text, each with a line feed at its end. Chinese characters count as two
   * columns. Where it does not fit, headings are broken, then long texts are cut, then the last
   * columns are left out, which a note says.
   *
   * @param width columns of the terminal
   * @param unicode whether it can show more than ASCII; if not, {@code ±} becomes {@code +-} and so
   *     on
   */
  public String text(int width, boolean unicode) {
    return new TextTable(this, width, unicode).text();
  }

  /** The table in Markdown, as GitHub and pandoc read it. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    markdown(header.stream().map(Table::inMarkdown).toList(), out);
    markdown(alignment.stream().map(a -> a == Align.LEFT ? ":--" : "--:").toList(), out);
    rows.forEach(row -> markdown(row.stream().map(Table::inMarkdown).toList(), out));
    for (String note : notes) {
      out.append("\n").append(inMarkdown(note)).append("\n");
    }
    return out.toString();
  }

  private static void markdown(List<String> cells, StringBuilder out) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String inMarkdown(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\`*_{}[]<>|#".indexOf(c) >= 0) {
        safe.append('\\');
      }
      safe.append(c < ' ' ? ' ' : c);
    }
    return safe.toString();
  }

  /** The table in LaTeX; it needs the package {@code booktabs}. */
  public String latex() {
    StringBuilder columns = new StringBuilder();
    alignment.forEach(align -> columns.append(align == Align.LEFT ? 'l' : 'r'));
    StringBuilder out = new StringBuilder("% \\usepackage{booktabs}\n");
    out.append("\\begin{tabular}{").append(columns).append("}\n\\toprule\n");
    latex(header, out);
    out.append("\\midrule\n");
    rows.forEach(row -> latex(row, out));
    out.append("\\bottomrule\n\\end{tabular}\n");
    for (String note : notes) {
      out.append("\n").append(Latex.escape(note)).append("\n");
    }
    return out.toString();
  }

  private static void latex(List<String> cells, StringBuilder out) {
    out.append(String.join(" & ", cells.stream().map(Latex::escape).toList())).append(" \\\\\n");
  }
}
