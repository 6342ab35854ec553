package vdcsim.scenario.explain;

import java.util.List;

/**
 * What is known about a key, or about a topic.
 *
 * @param path the key's path without the names of things, as {@code hosts.nics.rate}, or the topic
 * @param meaning one sentence
 * @param blocks what follows, in order
 */
public record Page(String path, String meaning, List<Block> blocks) implements Answer {
  /** The heading of the table that lists the keys below. */
  static final String KEYS = "Keys";

  public Page {
    blocks = List.copyOf(blocks);
  }

  /** A part of a page. */
  public sealed interface Block {}

  /** A paragraph; words of a scenario stand between backquotes. */
  public record Paragraph(String text) implements Block {}

  /** A piece of a scenario. */
  public record Code(String text) implements Block {}

  /** Names and what they mean; the heading is empty for the page's own facts. */
  public record Table(String heading, List<Row> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** A line of a table. */
  public record Row(String name, String text) {}

  /** As plain text, for a terminal of so many columns. */
  public String text(int columns) {
    return new TextForm(columns).write(this);
  }

  /** As Markdown, under a heading of the third level. */
  public String markdown() {
    return MarkdownForm.write(this);
  }

  /**
   * As JSON: {@code path}, {@code meaning}, {@code facts}, and where there are such {@code keys},
   * {@code values}, {@code text}, {@code examples}.
   */
  public String json() {
    return JsonForm.write(this);
  }
}
