package vdcsim.report.text;

import java.lang.Character.UnicodeBlock;
import java.util.Set;

/**
 * How many columns a terminal gives a text: Chinese characters and emoji take two, marks that join
 * the character before take none (Unicode Standard Annex 11, simplified to whole blocks).
 */
public final class Columns {
  private static final Set<UnicodeBlock> WIDE =
      Set.of(
          UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
          UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_A,
          UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_B,
          UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS,
          UnicodeBlock.CJK_RADICALS_SUPPLEMENT,
          UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
          UnicodeBlock.HIRAGANA,
          UnicodeBlock.KATAKANA,
          UnicodeBlock.BOPOMOFO,
          UnicodeBlock.HANGUL_SYLLABLES,
          UnicodeBlock.HANGUL_JAMO,
          UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
          UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS,
          UnicodeBlock.EMOTICONS,
          UnicodeBlock.TRANSPORT_AND_MAP_SYMBOLS,
          UnicodeBlock.SUPPLEMENTAL_SYMBOLS_AND_PICTOGRAPHS);

  private Columns() {}

  /** The columns that a line of text takes. */
  public static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    boolean fullWidthForm =
        (point >= 0xFF01 && point <= 0xFF60) || (point >= 0xFFE0 && point < 0xFFE7);
    UnicodeBlock block = UnicodeBlock.of(point);
    return fullWidthForm || (block != null && WIDE.contains(block)) ? 2 : 1;
  }

  /** The text with spaces after it, so that it takes at least {@code columns}. */
  public static String padRight(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** The text with spaces before it, so that it takes at least {@code columns}. */
  public static String padLeft(String text, int columns) {
    return " ".repeat(Math.max(0, columns - width(text))) + text;
  }

  /** The text, cut so that it takes at most {@code columns}; an ellipsis shows the cut. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int point : text.codePoints().toArray()) {
      used += width(point);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept + "…";
  }
}
