package vdcsim.scenario.language.shape;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vdcsim.kernel.spec.Refusal;
import vdcsim.scenario.language.yaml.Printable;

/** What the head of a scenario refuses: everything that is wrong at once. */
final class HeadChecks {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");

  private final List<Refusal> refusals = new ArrayList<>();

  /** A name is a folder's name on every file system. */
  HeadChecks name(String name) {
    if (!NAME.matcher(name).matches() || name.endsWith(".") || name.contains("..")) {
      refuse(
          "name",
          "a name has up to 80 letters, digits, '-', '_' and '.', starts with a letter or digit and"
              + " does not end in '.', was '"
              + Printable.shorten(name)
              + "'");
    }
    return this;
  }

  HeadChecks between(String key, long value, long least, long most) {
    if (value < least || value > most) {
      refuse(key, key + " must lie between " + least + " and " + most + ", was " + value);
    }
    return this;
  }

  HeadChecks duration(Duration duration, Duration warmUp, Duration longest) {
    if (duration.isZero() || duration.compareTo(longest) > 0) {
      refuse(
          "duration", "the duration must be more than 0 s and at most " + longest.toDays() + " d");
    }
    if (warmUp.compareTo(duration) >= 0) {
      refuse("warm-up", "the warm-up must be shorter than the duration");
    }
    return this;
  }

  HeadChecks notEmpty(String key, List<String> values) {
    if (values.isEmpty()) {
      refuse(key, key + " must name at least one metric");
    }
    return this;
  }

  private void refuse(String key, String message) {
    refusals.add(new Refusal(key, message));
  }

  /** Throws the first refusal, with the others hung on it. */
  void done() {
    if (!refusals.isEmpty()) {
      Refusal first = refusals.get(0);
      refusals.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }
}
