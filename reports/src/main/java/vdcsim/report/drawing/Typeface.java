package vdcsim.report.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The letters of drawings. What they lack is drawn as a question mark, never as a box. */
public final class Typeface {
  private static final String LIBERATION =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  /** Families with Chinese letters, by how often Linux, Windows and macOS have them. */
  private static final List<String> CHINESE =
      List.of(
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "WenQuanYi Zen Hei",
          "Microsoft YaHei",
          "PingFang SC",
          "SimHei");

  private final Font font;
  private final boolean anything;

  private Typeface(Font font, boolean anything) {
    this.font = font;
    this.anything = anything;
  }

  /** Liberation Sans. */
  public static Typeface liberation() {
    return new Typeface(Liberation.FONT, false);
  }

  /** Read at first use, once: reading a font takes longer than drawing with it. */
  private static final class Liberation {
    static final Font FONT = read();

    private static Font read() {
      try (InputStream in = PDDocument.class.getResourceAsStream(LIBERATION)) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("Liberation Sans cannot be read", e);
      }
    }
  }

  /**
   * The first that has all letters of {@code text}: the user's font, Liberation Sans, then Chinese
   * fonts of the machine.
   *
   * @throws IOException when the user's font cannot be read
   */
  public static Optional<Typeface> having(String text, Optional<Path> usersFont)
      throws IOException {
    if (usersFont.isPresent()) {
      Typeface users = new Typeface(read(usersFont.get()), false);
      if (users.has(text)) {
        return Optional.of(users);
      }
    }
    Stream<Typeface> installed =
        CHINESE.stream().map(Typeface::installed).flatMap(Optional::stream);
    return Stream.concat(Stream.of(liberation()), installed)
        .filter(typeface -> typeface.has(text))
        .findFirst();
  }

  private static Font read(Path file) throws IOException {
    try {
      return Font.createFonts(file.toFile())[0];
    } catch (FontFormatException e) {
      throw new IOException(file + " is no TrueType or OpenType font: " + e.getMessage(), e);
    }
  }

  /** AWT gives another font for a name that it does not know, so its name is compared. */
  private static Optional<Typeface> installed(String family) {
    Font font = new Font(family, Font.PLAIN, 12);
    return font.getFamily(Locale.ROOT).equals(family)
        ? Optional.of(new Typeface(font, false))
        : Optional.empty();
  }

  /** The same letters, for a format that keeps text as text: the reader's machine has the rest. */
  public Typeface forText() {
    return new Typeface(font, true);
  }

  /** Whether it has all letters of a text. */
  public boolean has(String text) {
    return text.codePoints().allMatch(point -> point < ' ' || font.canDisplay(point));
  }

  /** The letters at a size in points. */
  public Font size(float points) {
    return font.deriveFont(points);
  }

  /** A text as it can be drawn: on one line, without letters that are lacking. */
  public String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> shown.appendCodePoint(shown(point)));
    return shown.toString();
  }

  private int shown(int point) {
    int type = Character.getType(point);
    if (type == Character.CONTROL || type == Character.SURROGATE || point >= 0xFFFE) {
      return point < 0x10000 ? ' ' : anything ? point : '?';
    }
    return anything || font.canDisplay(point) ? point : '?';
  }
}
