package vdcsim.scenario.verify.schedulers;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.PublishedRow;

/** Measured control groups of Linux, and published figures of schedulers. */
public final class SchedulersFamily implements Family {
  private final ScenarioReader reader;

  /** A family whose scenarios are read by {@code reader}. */
  public SchedulersFamily(ScenarioReader reader) {
    this.reader = reader;
  }

  @Override
  public String kind() {
    return "schedulers";
  }

  @Override
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    if (!isRow(golden)) {
      return Measured.read(golden.fields()).scenario(golden.id());
    }
    PublishedRow row = PublishedRow.read(golden.fields());
    return PublishedShares.of(row)
        .map(PublishedShares::text)
        .orElseThrow(() -> new UnsupportedCase("the figure is a parameter, which no run shows"));
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Readings runs = new Readings();
    if (isRow(golden)) {
      FigureCheck check = check(golden.id(), PublishedRow.read(golden.fields()), runs);
      return runs.result(golden, kind(), List.of(check));
    }
    Measured what = Measured.read(golden.fields());
    return runs.result(golden, kind(), what.verify(golden.id(), golden.fields(), reader, runs));
  }

  private static boolean isRow(GoldenCase golden) throws UnreadableCase {
    return golden.fields().has("tolerance");
  }

  private FigureCheck check(String id, PublishedRow row, Readings runs) throws UnsupportedCase {
    Optional<PublishedShares> shares = PublishedShares.of(row);
    if (shares.isPresent()) {
      runs.run(id, shares.get().text(), reader);
      return row.check("prediction: " + row.metric(), 100 * runs.median("one.cpu-share"));
    }
    OptionalDouble constant = Defaults.of(row.id());
    if (constant.isEmpty()) {
      throw new UnsupportedCase("no model says '" + row.metric() + "'");
    }
    return row.check("input: " + row.metric(), constant.getAsDouble());
  }
}
