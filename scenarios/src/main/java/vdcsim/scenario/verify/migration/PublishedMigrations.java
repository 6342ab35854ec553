package vdcsim.scenario.verify.migration;

import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.PublishedRow;

/** Published figures of live migration, each held by a run. */
final class PublishedMigrations {
  private final ScenarioReader reader;

  PublishedMigrations(ScenarioReader reader) {
    this.reader = reader;
  }

  String scenario(PublishedRow row) throws UnsupportedCase {
    return held(row).scenario();
  }

  CaseResult verify(GoldenCase golden, PublishedRow row) throws UnsupportedCase {
    Held held = held(row);
    Readings readings = new Readings();
    readings.run(golden.id(), held.scenario(), reader);
    double shown = held.figure().applyAsDouble(readings);
    FigureCheck check = row.check(held.role().word() + ": " + row.metric(), shown);
    return readings.result(golden, "migration", List.of(check));
  }

  private static Held held(PublishedRow row) throws UnsupportedCase {
    Optional<Held> clark = ClarkRows.of(row);
    if (clark.isPresent()) {
      return clark.get();
    }
    return RuleRows.of(row)
        .orElseThrow(
            () -> new UnsupportedCase("no run shows '" + row.metric() + "' of this configuration"));
  }
}
