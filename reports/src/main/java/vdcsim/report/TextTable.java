package vdcsim.report;

import java.util.ArrayList;
import java.util.List;
import vdcsim.report.text.Columns;

/** Lays a table out in columns of text. */
final class TextTable {
  private static final String GAP = "  ";
  private static final int SHORTEST_TEXT = 16;

  private final Table table;
  private final boolean unicode;
  private final List<List<String>> headings = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private int shown;

  TextTable(Table table, int width, boolean unicode) {
    this.table = table;
    this.unicode = unicode;
    this.shown = table.header().size();
    layOut(width);
  }

  /** Tries the single-line heading, then the broken one, then cuts texts, then leaves columns. */
  private void layOut(int width) {
    measure(false);
    if (total() > width) {
      measure(true);
    }
    for (int i = 0; i < shown; i++) {
      int excess = total() - width;
      if (excess > 0 && table.alignment().get(i) == Table.Align.LEFT) {
        int least = Math.min(widths.get(i), SHORTEST_TEXT);
        widths.set(i, Math.max(least, widths.get(i) - excess));
      }
    }
    while (shown > 2 && total() > width) {
      shown--;
    }
  }

  private void measure(boolean broken) {
    headings.clear();
    widths.clear();
    for (int column = 0; column < table.header().size(); column++) {
      int cells = 0;
      for (List<String> row : table.rows()) {
        cells = Math.max(cells, Columns.width(plain(row.get(column))));
      }
      String heading = plain(table.header().get(column));
      List<String> lines = broken ? broken(heading, cells) : List.of(heading);
      headings.add(lines);
      widths.add(lines.stream().mapToInt(Columns::width).reduce(cells, Math::max));
    }
  }

  /** A heading on several lines, each as wide as the cells where a word allows it. */
  private static List<String> broken(String heading, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : heading.split("(?<=[ .-])")) {
      if (!line.isEmpty() && Columns.width((line + word).strip()) > width) {
        lines.add(line.strip());
        line = "";
      }
      line += word;
    }
    lines.add(line.strip());
    return lines;
  }

  private int total() {
    return widths.stream().limit(shown).mapToInt(w -> w + GAP.length()).sum() - 1;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    int height = headings.stream().limit(shown).mapToInt(List::size).max().orElse(1);
    for (int line = 0; line < height; line++) {
      List<String> cells = new ArrayList<>();
      for (List<String> heading : headings) {
        int at = line - (height - heading.size());
        cells.add(at < 0 ? "" : heading.get(at));
      }
      line(cells, out);
    }
    table.rows().forEach(row -> line(row.stream().map(this::plain).toList(), out));
    int left = table.header().size() - shown;
    if (left > 0) {
      String columns = String.join(", ", table.header().subList(shown, table.header().size()));
      note(left + " more in the report: " + columns, out);
    }
    table.notes().forEach(note -> note(note, out));
    return out.toString();
  }

  private void note(String note, StringBuilder out) {
    out.append(' ').append(plain(note)).append('\n');
  }

  private void line(List<String> cells, StringBuilder out) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      String cell = Columns.cut(cells.get(i), widths.get(i));
      line.append(i == 0 ? " " : GAP);
      line.append(
          table.alignment().get(i) == Table.Align.LEFT
              ? Columns.padRight(cell, widths.get(i))
              : Columns.padLeft(cell, widths.get(i)));
    }
    out.append(plain(line.toString()).stripTrailing()).append('\n');
  }

  /** Without control characters, which would move the cursor; in ASCII where it must be. */
  private String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(point -> plain(point, plain));
    return plain.toString();
  }

  private void plain(int point, StringBuilder plain) {
    if (point < ' ' || (point >= 0x7F && point < 0xA0)) {
      plain.append(' ');
    } else if (unicode || point < 0x7F) {
      plain.appendCodePoint(point);
    } else {
      plain.append(ascii(point));
    }
  }

  private static String ascii(int point) {
    return switch (point) {
      case '±' -> "+-";
      case 'µ', 'μ' -> "u";
      case '–', '—' -> "-";
      case '…' -> "..";
      case '×' -> "x";
      case '✓' -> "ok";
      case '✗' -> "NOT";
      default -> "?";
    };
  }
}
