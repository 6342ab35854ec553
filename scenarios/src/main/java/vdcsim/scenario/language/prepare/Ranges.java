package vdcsim.scenario.language.prepare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.language.yaml.Printable;

/**
 * Names with ranges: {@code h[1..3]} is {@code h1}, {@code h2}, {@code h3}; {@code h[08..10]} is
 * {@code h08}, {@code h09}, {@code h10}.
 */
public final class Ranges {
  /** More things than this are a mistake, or too many to simulate. */
  static final int MOST = 50_000;

  /** The longest text with a range: what it stands for could not be held in memory. */
  private static final int MOST_CHARACTERS = 300;

  private static final Pattern RANGE = Pattern.compile("\\[(\\d{1,18})\\.\\.(\\d{1,18})]");
  private static final Pattern WORD = Pattern.compile("\\s+|\\S+");

  private Ranges() {}

  /** Whether a text holds a range. */
  public static boolean in(String text) {
    return text.indexOf('[') >= 0 && RANGE.matcher(text).find();
  }

  /**
   * The names that a text stands for, the last range running fastest; the text itself if it holds
   * no range.
   *
   * @throws IllegalArgumentException for a range that runs backwards or is too long
   */
  public static List<String> names(String text) {
    int count = count(text);
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(name(text, i));
    }
    return names;
  }

  /** How many names a text stands for. */
  static int count(String text) {
    if (!in(text)) {
      return 1;
    }
    refuseLong(text);
    BigInteger count = BigInteger.ONE;
    Matcher matcher = RANGE.matcher(text);
    while (matcher.find()) {
      count = count.multiply(BigInteger.valueOf(length(matcher)));
    }
    if (count.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw new IllegalArgumentException(
          Printable.shorten(text) + " stands for " + count + " names; the most is " + MOST);
    }
    return count.intValue();
  }

  private static void refuseLong(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a text with a range has up to "
              + MOST_CHARACTERS
              + " characters, this one has "
              + text.length());
    }
  }

  private static long length(Matcher range) {
    long first = Long.parseLong(range.group(1));
    long last = Long.parseLong(range.group(2));
    if (last < first) {
      throw new IllegalArgumentException(
          "the range "
              + range.group()
              + " runs backwards; write ["
              + range.group(2)
              + ".."
              + range.group(1)
              + "]");
    }
    return last - first + 1;
  }

  /** The name number {@code index} of those that a text stands for, without making the others. */
  private static String name(String text, int index) {
    List<Matcher> ranges = new ArrayList<>();
    Matcher matcher = RANGE.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      ranges.add(matcher);
      from = matcher.end();
      matcher = RANGE.matcher(text);
    }
    StringBuilder name = new StringBuilder(text);
    long rest = index;
    for (int i = ranges.size() - 1; i >= 0; i--) {
      Matcher range = ranges.get(i);
      long length = length(range);
      name.replace(range.start(), range.end(), number(range.group(1), rest % length));
      rest /= length;
    }
    return name.toString();
  }

  /** A first number with a leading zero says how wide the numbers are. */
  private static String number(String first, long steps) {
    String number = Long.toString(Long.parseLong(first) + steps);
    return first.startsWith("0") && number.length() < first.length()
        ? "0".repeat(first.length() - number.length()) + number
        : number;
  }

  /** How many names the words of a text stand for: 1 where no word holds a range. */
  static int width(String text) {
    if (!in(text)) {
      return 1;
    }
    refuseLong(text);
    int width = 1;
    for (String word : words(text)) {
      int names = count(word);
      if (names > 1 && width > 1 && names != width) {
        throw new IllegalArgumentException(
            "the ranges in '"
                + Printable.shorten(text)
                + "' stand for "
                + width
                + " and "
                + names
                + " names; they must have the same length, or one name stands against all");
      }
      width = Math.max(width, names);
    }
    return width;
  }

  /**
   * The text with each word's name number {@code index}.
   *
   * @param width how many names each word with a range must stand for
   */
  static String pick(String text, int index, int width) {
    if (!in(text)) {
      return text;
    }
    refuseLong(text);
    StringBuilder picked = new StringBuilder();
    for (String word : words(text)) {
      int names = count(word);
      if (names != 1 && names != width) {
        throw new IllegalArgumentException(
            "'"
                + Printable.shorten(word)
                + "' stands for "
                + names
                + " names, where "
                + width
                + " are wanted");
      }
      picked.append(name(word, names == 1 ? 0 : index));
    }
    return picked.toString();
  }

  /** Words and the blanks between them. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
