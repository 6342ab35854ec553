package vdcsim.scenario.verify.migration;

import java.util.ArrayList;
import java.util.List;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.compare.FigureCheck.Recorded;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.measured.Readings;

/** Holds a migration against what was measured. */
final class MigrationFigures {
  private static final String NAME = "guest.migration.";
  private static final double MILLI_NS = 1e6;
  private static final double NEAR_SYNCHRONIZATIONS = 0.2;
  private static final double PAUSE = 0.1;

  private final MigrationCase what;
  private final Fields measured;
  private final Readings runs;
  private final List<FigureCheck> checks = new ArrayList<>();

  private MigrationFigures(MigrationCase what, Fields measured, Readings runs) {
    this.what = what;
    this.measured = measured;
    this.runs = runs;
  }

  static List<FigureCheck> of(MigrationCase what, Fields measured, Readings runs)
      throws UnreadableCase {
    MigrationFigures figures = new MigrationFigures(what, measured, runs);
    figures.compare();
    return figures.checks;
  }

  private void compare() throws UnreadableCase {
    boolean completed = measured.texts("status").contains("completed");
    double expected = completed ? 1 : 0;
    double shown = runs.median(NAME + "completed");
    checks.add(
        FigureCheck.near(
            0, "completed (0 or 1)", new Recorded(expected, expected, expected), shown));
    if (!completed || shown == 0) {
      return;
    }
    within(what.isNear() ? 0.25 : 0.05, "total time (ms)", "total_time_ms", totalTime(), MILLI_NS);
    within(what.isNear() ? 0.15 : 0.03, "pages with data", "normal_pages", "normal-pages", 1);
    synchronizations();
    if (what.linkMbps().isPresent() && !what.kind().equals("stop-and-copy")) {
      within(PAUSE, "pause (ms)", "downtime_ms", "sender-downtime", MILLI_NS);
    }
  }

  /** QEMU's clock is the sender's, which ends with the last byte that it has written. */
  private String totalTime() {
    return what.kind().equals("postcopy") ? "total-time" : "sender-time";
  }

  private void within(double share, String text, String field, String metric, double unit)
      throws UnreadableCase {
    checks.add(FigureCheck.within(share, text, recorded(field), runs.median(NAME + metric) / unit));
  }

  private void synchronizations() throws UnreadableCase {
    Recorded recorded = recorded("sync_count");
    double near = what.isNear() ? NEAR_SYNCHRONIZATIONS * recorded.median() : 0;
    checks.add(
        FigureCheck.near(
            Math.max(1, near),
            "synchronizations",
            recorded,
            runs.median(NAME + "synchronizations")));
  }

  private Recorded recorded(String name) throws UnreadableCase {
    Fields field = measured.object(name);
    return new Recorded(field.number("min"), field.number("median"), field.number("max"));
  }
}
