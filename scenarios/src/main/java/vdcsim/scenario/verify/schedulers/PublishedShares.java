package vdcsim.scenario.verify.schedulers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vdcsim.scenario.verify.published.PublishedRow;

/**
 * A published share of a processor, as the scenario that shows it: two busy loops by nice value or
 * weight, or one under a quota. The loop of which the row speaks is named {@code one}.
 */
record PublishedShares(String text) {
  /** Long enough that a turn more or less does not count. */
  private static final int SECONDS = 60;

  private static final Pattern NICE =
      Pattern.compile("CPU share of nice (-?\\d+) against nice (-?\\d+)");
  private static final Pattern WEIGHT =
      Pattern.compile("CPU share of weight (\\d+) against (\\d+)");
  private static final Pattern QUOTA = Pattern.compile("quota (\\d+) (ms|us)");
  private static final Pattern PERIOD = Pattern.compile("period (\\d+) (ms|us)");

  static Optional<PublishedShares> of(PublishedRow row) {
    Matcher nice = NICE.matcher(row.metric());
    if (nice.find()) {
      return Optional.of(
          made(
              row.id(),
              "{ cores: 1, scheduler: cfs }",
              List.of("nice: " + nice.group(1), "nice: " + nice.group(2))));
    }
    Matcher weight = WEIGHT.matcher(row.metric());
    if (weight.find()) {
      String groups =
          "a: { weight: %s }, b: { weight: %s }".formatted(weight.group(1), weight.group(2));
      return Optional.of(
          made(
              row.id(),
              "{ cores: 1, scheduler: credit, groups: { " + groups + " } }",
              List.of("group: a", "group: b")));
    }
    Matcher quota = QUOTA.matcher(row.configuration());
    return quota.find() ? Optional.of(quota(row, quota)) : Optional.empty();
  }

  private static PublishedShares quota(PublishedRow row, Matcher quota) {
    Matcher period = PERIOD.matcher(row.configuration());
    String limit = "quota: " + quota.group(1) + " " + quota.group(2);
    String every = period.find() ? ", period: " + period.group(1) + " " + period.group(2) : "";
    return made(
        row.id(),
        "{ cores: 1, scheduler: cfs, groups: { a: { " + limit + every + " } } }",
        List.of("group: a"));
  }

  private static PublishedShares made(String id, String cpu, List<String> loops) {
    Text text = new Text(id, "Who gets what of one processor.");
    text.line("duration: %d s", SECONDS);
    text.line("hosts:");
    text.line("  h1: { cpu: %s }", cpu);
    text.line("workloads:");
    List<String> names = new ArrayList<>(List.of("one", "other"));
    for (String loop : loops) {
      text.line("  %s: { type: busy-loop, on: h1, %s }", names.remove(0), loop);
    }
    return new PublishedShares(text.toString());
  }
}
