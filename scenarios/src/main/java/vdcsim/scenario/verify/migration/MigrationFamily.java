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

/** Measured live migrations. */
public final class MigrationFamily implements Family {
  private final ScenarioReader reader;

  /** A family whose scenarios are read by {@code reader}. */
  public MigrationFamily(ScenarioReader reader) {
    this.reader = reader;
  }

  @Override
  public String kind() {
    return "migration";
  }

  @Override
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    return MigrationScenario.write(golden.id(), MigrationCase.read(golden.fields()));
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    MigrationCase what = MigrationCase.read(golden.fields());
    Readings runs = new Readings();
    runs.run(golden.id(), MigrationScenario.write(golden.id(), what), reader);
    List<FigureCheck> figures = MigrationFigures.of(what, golden.fields().object("measured"), runs);
    return runs.result(golden, kind(), figures);
  }
}
