package vdcsim.scenario.verify;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, the first ones flush left, numbers flush right. */
final class TextTable {
  private final List<String> heads;
  private final int textColumns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table whose first {@code textColumns} columns hold text, the others numbers. */
  TextTable(int textColumns, String... heads) {
    this.textColumns = textColumns;
    this.heads = List.of(heads);
  }

  void add(Object... cells) {
    rows.add(List.of(cells).stream().map(String::valueOf).toList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Lines for a terminal, each indented by {@code indent} spaces. */
  String plain(int indent) {
    StringBuilder text = new StringBuilder();
    List<List<String>> all = new ArrayList<>();
    all.add(heads);
    all.addAll(rows);
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder(" ".repeat(indent));
      for (int column = 0; column < heads.size(); column++) {
        String gap = " ".repeat(width(all, column) - row.get(column).length());
        line.append(column > 0 ? "  " : "");
        line.append(column < textColumns ? row.get(column) + gap : gap + row.get(column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /** A table of Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    markdown(text, heads);
    text.append('|');
    for (int column = 0; column < heads.size(); column++) {
      text.append(column < textColumns ? "---|" : "---:|");
    }
    text.append('\n');
    rows.forEach(row -> markdown(text, row));
    return text.toString();
  }

  private static void markdown(StringBuilder text, List<String> row) {
    text.append("| ")
        .append(String.join(" | ", row.stream().map(cell -> cell.replace("|", "\\|")).toList()))
        .append(" |\n");
  }
}
