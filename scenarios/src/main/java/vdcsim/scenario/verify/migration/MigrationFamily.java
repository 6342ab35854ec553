package vdcsim.scenario.verify.migration;

import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.Plan;
import vdcsim.scenario.verify.published.PublishedFamily;
import vdcsim.scenario.verify.published.PublishedRow;

/** Live migrations: measured ones, and published figures. */
public final class MigrationFamily implements Family {
  private final ScenarioReader reader;
  private final Family published;

  /** A family whose scenarios are read by {@code reader}. */
  public MigrationFamily(ScenarioReader reader) {
    this.reader = reader;
    this.published =
        new PublishedFamily(
            "migration", List.of(ClarkRows::of, RuleRows::of, MigrationFamily::unshown), reader);
  }

  @Override
  public String kind() {
    return "migration";
  }

  private static Optional<Plan> unshown(PublishedRow row) throws UnsupportedCase {
    throw new UnsupportedCase("no run shows '" + row.metric() + "' of this configuration");
  }

  private static boolean isPublished(GoldenCase golden) throws UnreadableCase {
    return golden.fields().has("configuration");
  }

  @Override
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    if (isPublished(golden)) {
      return published.scenario(golden);
    }
    return MigrationScenario.write(golden.id(), MigrationCase.read(golden.fields()));
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    if (isPublished(golden)) {
      return published.verify(golden);
    }
    MigrationCase what = MigrationCase.read(golden.fields());
    Readings runs = new Readings();
    runs.run(golden.id(), MigrationScenario.write(golden.id(), what), reader);
    List<FigureCheck> figures = MigrationFigures.of(what, golden.fields().object("measured"), runs);
    return runs.result(golden, kind(), figures);
  }
}
