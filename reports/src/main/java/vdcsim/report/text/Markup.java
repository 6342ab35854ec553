package vdcsim.report.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements of HTML or SVG. Text and attributes are escaped on their way in, so that no name
 * in a scenario can become markup; elements are closed in the order in which they were opened.
 */
public final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  public Markup open(String element, String... attributes) {
    start(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** An element that holds nothing and is not closed, as {@code <meta>}. */
  public Markup empty(String element, String... attributes) {
    start(element, attributes);
    out.append('>');
    return this;
  }

  /** An element that holds only text. */
  public Markup leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Text. */
  public Markup text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Closes the element that was opened last. */
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A line break in the file, for readers of the source. */
  public Markup line() {
    out.append('\n');
    return this;
  }

  /** Markup that this program wrote itself, as a chart; never what a scenario says. */
  public Markup own(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements are still open: " + open);
    }
    return out.toString();
  }

  private void start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
      out.append('"');
    }
  }

  /**
   * Text as it may stand in an element or an attribute. Characters that XML forbids, and halves of
   * surrogate pairs, become the replacement character.
   */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> escape(point, safe));
    return safe.toString();
  }

  private static void escape(int point, StringBuilder safe) {
    switch (point) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(allowed(point) ? point : 0xFFFD);
    }
  }

  // XML 1.0, 2.2, without the C1 controls.
  private static boolean allowed(int point) {
    boolean control =
        (point < 0x20 && point != '\t' && point != '\n') || (point >= 0x7F && point < 0xA0);
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    return !control && !surrogate && point != 0xFFFE && point != 0xFFFF;
  }
}
