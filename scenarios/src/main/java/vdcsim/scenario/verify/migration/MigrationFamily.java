package vdcsim.scenario.verify.migration;

import java.util.List;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.PublishedRow;

/** Live migrations: measured ones, and published figures. */
public final class MigrationFamily implements Family {
  private final ScenarioReader reader;
  private final PublishedMigrations published;

  /** A family whose scenarios are read by {@code reader}. */
  public MigrationFamily(ScenarioReader reader) {
    this.reader = reader;
    this.published = new PublishedMigrations(reader);
  }

  @Override
  public String kind() {
    return "migration";
  }

  private static boolean isPublished(GoldenCase golden) throws UnreadableCase {
    return golden.fields().has("configuration");
  }

  @Override
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    if (isPublished(golden)) {
      return published.scenario(PublishedRow.read(golden.fields()));
    }
    return MigrationScenario.write(golden.id(), MigrationCase.read(golden.fields()));
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    if (isPublished(golden)) {
      return published.verify(golden, PublishedRow.read(golden.fields()));
    }
    MigrationCase what = MigrationCase.read(golden.fields());
    Readings runs = new Readings();
    runs.run(golden.id(), MigrationScenario.write(golden.id(), what), reader);
    List<FigureCheck> figures = MigrationFigures.of(what, golden.fields().object("measured"), runs);
    return runs.result(golden, kind(), figures);
  }
}
