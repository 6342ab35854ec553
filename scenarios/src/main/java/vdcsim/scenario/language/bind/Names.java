package vdcsim.scenario.language.bind;

import java.util.regex.Pattern;
import vdcsim.scenario.language.yaml.Printable;

/** What a text or a name may hold. */
public final class Names {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,63}");
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_KEY = 200;

  private Names() {}

  /**
   * A thing's name: letters, digits, hyphens, underscores.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a name has up to 64 letters, digits, '-' and '_' and starts with a letter or digit, was '"
              + Printable.shorten(text)
              + "'");
    }
    return text;
  }

  /**
   * A key of a map whose keys are not names, as the labels of a container: any text on one line.
   *
   * @throws IllegalArgumentException with a sentence
   */
  static String key(String text) {
    if (text.isBlank() || text.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "a key has 1 to " + LONGEST_KEY + " characters, was '" + Printable.shorten(text) + "'");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a key holds no control characters, was '" + Printable.shorten(text) + "'");
    }
    return text;
  }

  /** A text without control characters other than line ends. */
  static String plainText(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "a text has up to " + LONGEST_TEXT + " characters, this one has " + text.length());
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      throw new IllegalArgumentException("a text holds no control characters");
    }
    return text;
  }
}
