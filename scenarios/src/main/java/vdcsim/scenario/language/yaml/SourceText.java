package vdcsim.scenario.language.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The text of a file, by lines.
 *
 * @param file the file as the user named it
 * @param text without a byte-order mark
 * @param lines the text cut at line ends
 * @param beside the files that it may name
 */
public record SourceText(String file, String text, List<String> lines, Beside beside) {
  /** The largest file that is read, in bytes: about thirty thousand lines. */
  public static final int MOST_BYTES = 3 * 1024 * 1024;

  private static final int LONGEST_EXCERPT = 120;

  public SourceText {
    lines = List.copyOf(lines);
  }

  /** A file's text. */
  public static SourceText of(String file, String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new SourceText(file, plain, plain.lines().toList(), Beside.NOTHING);
  }

  /** The same, which may name these files. */
  public SourceText with(Beside files) {
    return new SourceText(file, text, lines, files);
  }

  /**
   * The text of a file's bytes.
   *
   * @throws MalformedYaml for more than {@link #MOST_BYTES}, and at the first byte that is not
   *     UTF-8
   */
  public static SourceText decode(String file, byte[] bytes) throws MalformedYaml {
    if (bytes.length > MOST_BYTES) {
      throw new MalformedYaml(
          new Place(1, 1),
          "",
          "the file is larger than " + MOST_BYTES / 1024 / 1024 + " MiB, the most that is read");
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw new MalformedYaml(
          new Place(1, 1), "", "the file is UTF-16 text; save it as UTF-8 text");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(input, decoded, true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      throw new MalformedYaml(
          of(file, text).placeOf(text.length()),
          "",
          String.format(
              Locale.ROOT,
              "the byte 0x%02X is not UTF-8; save the file as UTF-8 text",
              bytes[input.position()]));
    }
    return of(file, text);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && bytes[0] == (byte) first && bytes[1] == (byte) second;
  }

  /** The line at a place, fit to be shown; empty where there is none. */
  public String excerpt(Place place) {
    String whole = line(place);
    return Printable.line(
        whole.length() > LONGEST_EXCERPT ? whole.substring(0, LONGEST_EXCERPT) : whole);
  }

  /** The line at a place as it is written; empty where there is none. */
  String line(Place place) {
    int line = place.line();
    return line < 1 || line > lines.size() ? "" : lines.get(line - 1);
  }

  /** The place of a character, counted in UTF-16 units from 0. */
  Place placeOf(int index) {
    int line = 1;
    int start = 0;
    int end = Math.min(index, text.length());
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        line++;
        start = i + 1;
      }
    }
    return new Place(line, text.codePointCount(start, end) + 1);
  }
}
