package vdcsim.scenario.explain;

import java.util.List;

/** A page, or its parts, as Markdown. */
final class MarkdownForm {
  private MarkdownForm() {}

  static String write(Page page) {
    return "### `" + page.path() + "`\n\n" + page.meaning() + "\n" + blocks(page.blocks());
  }

  static String blocks(List<Page.Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Page.Block block : blocks) {
      text.append('\n');
      if (block instanceof Page.Paragraph paragraph) {
        text.append(paragraph.text()).append('\n');
      } else if (block instanceof Page.Code code) {
        text.append("```yaml\n").append(code.text().stripTrailing()).append("\n```\n");
      } else {
        table(text, (Page.Table) block);
      }
    }
    return text.toString();
  }

  private static void table(StringBuilder text, Page.Table table) {
    text.append("| ").append(table.heading()).append(" | |\n|---|---|\n");
    boolean names = !table.heading().isEmpty();
    for (Page.Row row : table.rows()) {
      String name = names ? "`" + row.name() + "`" : row.name();
      text.append("| " + name + " | " + cell(row.text()) + " |\n");
    }
  }

  /** A text that does not end the cell in which it stands. */
  static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
