package vdcsim.scenario.language.shape;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import vdcsim.kernel.spec.Refusal;
import vdcsim.scenario.language.yaml.Printable;

/** What the head of a scenario refuses. */
final class HeadChecks {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");

  private HeadChecks() {}

  /** A name is a folder's name on every file system. */
  static void name(String name) {
    if (!NAME.matcher(name).matches() || name.endsWith(".") || name.contains("..")) {
      throw new Refusal(
          "name",
          "a name has up to 80 letters, digits, '-', '_' and '.', starts with a letter or digit and"
              + " does not end in '.', was '"
              + Printable.shorten(name)
              + "'");
    }
  }

  static void between(String key, long value, long least, long most) {
    if (value < least || value > most) {
      throw new Refusal(
          key, key + " must lie between " + least + " and " + most + ", was " + value);
    }
  }

  static void duration(Duration duration, Duration warmUp, Duration longest) {
    if (duration.isZero() || duration.compareTo(longest) > 0) {
      throw new Refusal(
          "duration", "the duration must be more than 0 s and at most " + longest.toDays() + " d");
    }
    if (warmUp.compareTo(duration) >= 0) {
      throw new Refusal("warm-up", "the warm-up must be shorter than the duration");
    }
  }

  static void notEmpty(String key, List<String> values) {
    if (values.isEmpty()) {
      throw new Refusal(key, key + " must name at least one metric");
    }
  }
}
