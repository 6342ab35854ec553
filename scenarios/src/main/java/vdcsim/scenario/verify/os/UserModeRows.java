package vdcsim.scenario.verify.os;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedRow;

/** User-Mode Linux against Linux: ratios of Barham et al. 2003, tables 3 to 5. */
final class UserModeRows {
  private static final String PREFIX = "uml-ratio-";
  private static final Map<String, String> CALLS =
      Map.of(
          "null-call", "null-call",
          "fork", "fork",
          "exec", "exec",
          "page-fault", "page-fault",
          "2p0k", "context-switch");

  /** From these the costs of a stop and of a switch were taken. */
  private static final List<String> CALIBRATIONS = List.of("null-call", "2p0k");

  private UserModeRows() {}

  static Optional<Plan> plan(PublishedRow row) {
    if (!row.id().startsWith(PREFIX)) {
      return Optional.empty();
    }
    String benchmark = row.id().substring(PREFIX.length());
    return Optional.ofNullable(CALLS.get(benchmark)).map(call -> plan(row, benchmark, call));
  }

  private static Plan plan(PublishedRow row, String benchmark, String call) {
    String phase = "{ calls: { %s: 1 }, repeat: 1000 }".formatted(call);
    String text = new Programs(row.id()).at("p", "user-mode-linux", "", phase).scenario();
    Plan.Figure slowdown = readings -> readings.median("p.slowdown");
    return CALIBRATIONS.contains(benchmark)
        ? Plan.calibration(text, slowdown)
        : Plan.prediction(text, slowdown);
  }
}
