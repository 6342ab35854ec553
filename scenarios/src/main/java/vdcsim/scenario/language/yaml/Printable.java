package vdcsim.scenario.language.yaml;

/** Makes text from a file fit to be shown. */
public final class Printable {
  private static final int LONGEST = 60;

  private Printable() {}

  /** The text on one line, without control characters, cut where it is long. */
  public static String shorten(String text) {
    if (text.length() <= LONGEST && text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> shown.append(visible(c)));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
  }

  /** A line of a file without what could move a terminal's cursor; tabs become one space. */
  public static String line(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.append(c == '\t' ? " " : visible(c)));
    return shown.toString();
  }

  private static String visible(int codePoint) {
    boolean plain =
        switch (Character.getType(codePoint)) {
          case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
              false;
          case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
          default -> true;
        };
    return plain ? Character.toString(codePoint) : "\uFFFD";
  }
}
