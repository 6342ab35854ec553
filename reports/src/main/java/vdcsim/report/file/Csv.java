package vdcsim.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows of comma-separated values: RFC 4180 in UTF-8, but with a line feed at the end of a line.
 *
 * <p>A spreadsheet runs a cell that begins with {@code =}, {@code +}, {@code -} or {@code @} as a
 * formula. A text that begins so gets an apostrophe in front; a number stays as it is.
 */
final class Csv {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?|-Infinity");

  private final Writer out;

  Csv(OutputStream stream) {
    this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
  }

  void row(List<String> cells) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.append(separator).append(quoted(harmless(cell)));
      separator = ",";
    }
    out.append('\n');
  }

  /** Hands everything on; the stream stays open. */
  void flush() throws IOException {
    out.flush();
  }

  private static String harmless(String cell) {
    boolean suspect = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return suspect && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
