package vdcsim.scenario.language.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file, by lines.
 *
 * @param file the file as the user named it
 * @param text without a byte-order mark
 * @param lines the text cut at line ends
 */
public record SourceText(String file, String text, List<String> lines) {
  /** The largest file that is read, in bytes: about thirty thousand lines. */
  public static final int MOST_BYTES = 3 * 1024 * 1024;

  private static final int LONGEST_EXCERPT = 120;

  public SourceText {
    lines = List.copyOf(lines);
  }

  /** A file's text. */
  public static SourceText of(String file, String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new SourceText(file, plain, plain.lines().toList());
  }

  /** The text of a file's bytes, or nothing if they are not UTF-8. */
  public static Optional<SourceText> decode(String file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return Optional.of(of(file, decoder.decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The line at a place, fit to be shown; empty where there is none. */
  public String excerpt(Place place) {
    int line = place.line();
    if (line < 1 || line > lines.size()) {
      return "";
    }
    String whole = lines.get(line - 1);
    return Printable.line(
        whole.length() > LONGEST_EXCERPT ? whole.substring(0, LONGEST_EXCERPT) : whole);
  }

  /** The place of a character, counted from 0. */
  Place placeOf(int index) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(index, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new Place(line, column);
  }
}
