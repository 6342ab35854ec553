package vdcsim.scenario.explain;

import java.util.List;

/** A page for a terminal. */
final class TextForm {
  private static final int NARROWEST = 40;
  private static final int WIDEST_NAME = 28;
  private static final String INDENT = "  ";

  private final int columns;

  TextForm(int columns) {
    this.columns = Math.max(NARROWEST, columns);
  }

  String write(Page page) {
    StringBuilder text = new StringBuilder(page.path()).append('\n');
    paragraph(text, page.meaning());
    for (Page.Block block : page.blocks()) {
      text.append('\n');
      if (block instanceof Page.Paragraph paragraph) {
        paragraph(text, paragraph.text());
      } else if (block instanceof Page.Code code) {
        code.text().lines().forEach(line -> text.append(INDENT + INDENT + line + "\n"));
      } else {
        table(text, (Page.Table) block);
      }
    }
    return text.toString();
  }

  private void paragraph(StringBuilder text, String paragraph) {
    wrap(text, INDENT, INDENT, plain(paragraph));
  }

  private void table(StringBuilder text, Page.Table table) {
    if (!table.heading().isEmpty()) {
      text.append(table.heading()).append('\n');
    }
    int width = width(table.rows());
    String below = INDENT + " ".repeat(width + 2);
    for (Page.Row row : table.rows()) {
      String name = INDENT + row.name();
      boolean fits = row.name().length() <= width;
      String first = fits ? name + " ".repeat(width + 2 - row.name().length()) : below;
      if (!fits) {
        text.append(name).append('\n');
      }
      wrap(text, first, below, plain(row.text()));
    }
  }

  private static int width(List<Page.Row> rows) {
    return rows.stream()
        .mapToInt(row -> row.name().length())
        .filter(length -> length <= WIDEST_NAME)
        .max()
        .orElse(WIDEST_NAME);
  }

  private static String plain(String text) {
    return text.replace("`", "");
  }

  private void wrap(StringBuilder text, String first, String below, String paragraph) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : paragraph.split(" ")) {
      if (!empty && line.length() + 1 + word.length() > columns) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(below);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
