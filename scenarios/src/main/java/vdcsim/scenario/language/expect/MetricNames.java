package vdcsim.scenario.language.expect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.spec.NearNames;
import vdcsim.scenario.language.yaml.Printable;

/** The names of the metrics of a world, and patterns of them with {@code *} for any text. */
public final class MetricNames {
  private static final Pattern STATISTIC =
      Pattern.compile("\\.(?:mean|min|max|last|stddev|count|value|p\\d{1,3}(?:\\.\\d{1,3})?)$");
  private static final int MOST_CHARACTERS = 200;

  /** What reads a pattern by backtracking takes a power of its stars in time. */
  private static final int MOST_STARS = 4;

  private MetricNames() {}

  /**
   * Refuses a pattern that no metric matches, with or without a statistic at its end.
   *
   * @param metrics what the world measures, by name
   * @throws IllegalArgumentException with near names
   */
  public static void refuseUnmatched(String pattern, Map<String, Measurement> metrics) {
    if (pattern.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a pattern has up to "
              + MOST_CHARACTERS
              + " characters, this one has "
              + pattern.length());
    }
    if (pattern.chars().filter(c -> c == '*').count() > MOST_STARS) {
      throw new IllegalArgumentException("a pattern has up to " + MOST_STARS + " stars");
    }
    String plain = withoutStatistic(pattern);
    if (plain.indexOf('*') >= 0) {
      if (metrics.keySet().stream().noneMatch(m -> matches(pattern, m) || matches(plain, m))) {
        throw unmatched(pattern, metrics.keySet());
      }
      return;
    }
    MetricRef metric = new MetricRef(pattern);
    String name = metric.metric(metrics).orElseThrow(() -> unknown(pattern, metrics.keySet()));
    if (name.length() < pattern.length()) {
      metric.refuseUnknownStatistic(metrics.get(name));
    }
  }

  private static IllegalArgumentException unmatched(String pattern, Collection<String> known) {
    return new IllegalArgumentException(
        "no metric matches '"
            + Printable.shorten(pattern)
            + "'"
            + NearNames.hint(pattern.replace("*", ""), known));
  }

  static IllegalArgumentException unknown(String metric, Collection<String> known) {
    return new IllegalArgumentException(
        "there is no metric '"
            + Printable.shorten(metric)
            + "'"
            + NearNames.hint(withoutStatistic(metric), List.copyOf(known)));
  }

  private static String withoutStatistic(String metric) {
    return STATISTIC.matcher(metric).replaceFirst("");
  }

  /** Whether a text has the form of a pattern; never looks back further than the last star. */
  static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
