package vdcsim.scenario.command;

import java.util.Locale;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.run.Version;

/** The line above a run, and how its numbers are written. */
final class Header {
  private Header() {}

  static String of(Scenario scenario, boolean unicode) {
    String points = plural(scenario.points().size(), "configuration");
    String replications = plural(scenario.replications(), "replication");
    return String.join(
        unicode ? " · " : " | ",
        "vdcsim " + Version.number(),
        scenario.name(),
        "seed " + scenario.seed(),
        points + (unicode ? " × " : " x ") + replications);
  }

  static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** A count on three digits, as 41.2 M. */
  static String count(double count) {
    if (count < 1e3) {
      return String.format(Locale.ROOT, "%.0f", count);
    } else if (count < 1e6) {
      return digits(count / 1e3) + " k";
    }
    return count < 1e9 ? digits(count / 1e6) + " M" : digits(count / 1e9) + " G";
  }

  private static String digits(double value) {
    int decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A span of wall time, as 4.2 s or 1:02:03. */
  static String span(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d h", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
