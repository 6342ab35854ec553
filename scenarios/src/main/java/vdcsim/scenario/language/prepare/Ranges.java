package vdcsim.scenario.language.prepare;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names with ranges: {@code h[1..3]} is {@code h1}, {@code h2}, {@code h3}. */
final class Ranges {
  /** More things than this are a mistake, or too many to simulate. */
  static final int MOST = 100_000;

  private static final Pattern RANGE = Pattern.compile("\\[(\\d{1,18})\\.\\.(\\d{1,18})]");

  private Ranges() {}

  /** Whether a text holds a range. */
  static boolean in(String text) {
    return RANGE.matcher(text).find();
  }

  /**
   * The names that a text stands for, the last range running fastest; the text itself if it holds
   * no range.
   *
   * @throws IllegalArgumentException for a range that runs backwards or is too long
   */
  static List<String> names(String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.find()) {
      return List.of(text);
    }
    long first = Long.parseLong(matcher.group(1));
    long last = Long.parseLong(matcher.group(2));
    refuse(matcher.group(), first, last);
    List<String> tails = names(text.substring(matcher.end()));
    refuseProduct(text, last - first + 1, tails.size());
    List<String> names = new ArrayList<>();
    for (long number = first; number <= last; number++) {
      for (String tail : tails) {
        names.add(text.substring(0, matcher.start()) + number + tail);
      }
    }
    return names;
  }

  private static void refuse(String range, long first, long last) {
    if (last < first) {
      throw new IllegalArgumentException(
          "the range " + range + " runs backwards; write [" + last + ".." + first + "]");
    }
    refuseProduct(range, last - first + 1, 1);
  }

  private static void refuseProduct(String text, long count, long times) {
    BigInteger names = BigInteger.valueOf(count).multiply(BigInteger.valueOf(times));
    if (names.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw new IllegalArgumentException(
          text + " stands for " + names + " names; the most is " + MOST);
    }
  }

  /** How many names the words of a text stand for: 1 where no word holds a range. */
  static int width(String text) {
    int width = 1;
    for (String word : words(text)) {
      int names = names(word).size();
      if (names > 1 && width > 1 && names != width) {
        throw new IllegalArgumentException(
            "the ranges in '"
                + text
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
    StringBuilder picked = new StringBuilder();
    for (String word : words(text)) {
      List<String> names = names(word);
      if (names.size() != 1 && names.size() != width) {
        throw new IllegalArgumentException(
            "'" + word + "' stands for " + names.size() + " names, where " + width + " are wanted");
      }
      picked.append(names.get(names.size() == 1 ? 0 : index));
    }
    return picked.toString();
  }

  /** Words and the blanks between them. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\s+|\\S+").matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
