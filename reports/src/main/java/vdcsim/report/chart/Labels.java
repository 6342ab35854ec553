package vdcsim.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vdcsim.kernel.quantity.Scale;
import vdcsim.report.reading.Reading;
import vdcsim.report.reading.ShortNames;
import vdcsim.report.text.Words;

/** The titles, axis labels and file names of charts. */
final class Labels {
  private static final int LONGEST_NAME = 60;

  /** Names that Windows keeps for devices. */
  private static final Set<String> KEPT = Set.of("con", "prn", "aux", "nul");

  private Labels() {}

  /** What a group of readings has in common: the end of the name that all share, else nothing. */
  static String common(List<Reading> readings) {
    List<String> ends = readings.stream().map(reading -> end(reading.metric())).distinct().toList();
    List<String> statistics = readings.stream().map(Reading::statistic).distinct().toList();
    boolean shared = statistics.size() == 1 && !List.of("", "value").contains(statistics.get(0));
    String statistic = shared ? " " + statistics.get(0) : "";
    return ends.size() == 1 ? ends.get(0) + statistic : "";
  }

  private static String end(String metric) {
    return metric.substring(metric.lastIndexOf('.') + 1);
  }

  /** A label with its unit. */
  static String with(String label, Scale scale) {
    if (label.isEmpty() || scale.symbol().isEmpty()) {
      return label + scale.symbol();
    }
    return label + " (" + scale.symbol() + ")";
  }

  /** The heading: the metric's whole name where there is one, else what the metrics share. */
  static String title(Wish wish, Words words) {
    if (!wish.title().isEmpty()) {
      return wish.title();
    }
    List<String> metrics = wish.readings().stream().map(Reading::metric).distinct().toList();
    if (metrics.size() == 1) {
      List<String> names = wish.readings().stream().map(Reading::name).distinct().toList();
      return names.size() == 1 ? names.get(0) : metrics.get(0);
    }
    String common = common(wish.readings());
    if (!common.isEmpty()) {
      return common;
    }
    return metrics.size() <= 3
        ? String.join(", ", metrics)
        : words.say("chart.metrics", metrics.get(0), metrics.size() - 1);
  }

  /** The names of readings in a legend. */
  static List<String> legend(List<Reading> readings) {
    boolean one = readings.stream().map(Reading::metric).distinct().count() == 1;
    if (one && readings.size() > 1) {
      return readings.stream().map(Reading::statistic).toList();
    }
    return ShortNames.ofReadings(readings);
  }

  /** A file name from a wish: lower-case letters of ASCII, digits, dots and hyphens. */
  static String file(Wish wish, String suffix) {
    String common = common(wish.readings());
    boolean many = wish.readings().size() > 1 || suffix.length() > 0;
    Reading reading = wish.readings().get(0);
    String first = many ? reading.metric() : reading.name();
    boolean one = wish.readings().stream().map(Reading::metric).distinct().count() == 1;
    String base = one || common.isEmpty() ? first : common;
    List<String> parts = new ArrayList<>(List.of(slug(base)));
    if (!suffix.isEmpty()) {
      parts.add(suffix);
    }
    String name = String.join("-", parts);
    return KEPT.contains(name) ? "chart-" + name : name;
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^[-.]+|[-.]+$", "");
    String cut = slug.substring(0, Math.min(slug.length(), LONGEST_NAME));
    return cut.isEmpty() ? "chart" : cut;
  }
}
