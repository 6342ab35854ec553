package vdcsim.scenario.verify.published;

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

/** The rows of a published table, each held by a run, or by the parameter that it is. */
public final class PublishedFamily implements Family {
  private final String kind;
  private final List<Rows> rows;
  private final ScenarioReader reader;

  /**
   * A family whose scenarios are read by {@code reader}.
   *
   * @param rows who knows which rows; the first that knows a row holds it
   */
  public PublishedFamily(String kind, List<Rows> rows, ScenarioReader reader) {
    this.kind = kind;
    this.rows = List.copyOf(rows);
    this.reader = reader;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Plan plan = plan(PublishedRow.read(golden.fields()));
    if (plan.scenario().isEmpty()) {
      throw new UnsupportedCase("the figure is a parameter, which no run shows");
    }
    return plan.scenario();
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    PublishedRow row = PublishedRow.read(golden.fields());
    Plan plan = plan(row);
    Readings readings = new Readings();
    if (!plan.scenario().isEmpty()) {
      readings.run(golden.id(), plan.scenario(), reader);
    }
    FigureCheck check =
        row.check(plan.role().word() + ": " + row.metric(), plan.figure().of(readings));
    return readings.result(golden, kind, List.of(check));
  }

  private Plan plan(PublishedRow row) throws UnsupportedCase {
    for (Rows some : rows) {
      Optional<Plan> plan = some.plan(row);
      if (plan.isPresent()) {
        return plan.get();
      }
    }
    throw new UnsupportedCase("no model says '" + row.metric() + "' of this configuration");
  }
}
