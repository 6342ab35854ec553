package vdcsim.scenario.verify.measured;

import java.util.List;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;

/** Measured flows of TCP and UDP. */
public final class TransportFamily implements Family {
  /** Where a run has chance in it, or is chaotic, the median of so many counts. */
  private static final int RANDOM_RUNS = 3;

  private final ScenarioReader reader;

  /** A family whose scenarios are read by {@code reader}. */
  public TransportFamily(ScenarioReader reader) {
    this.reader = reader;
  }

  @Override
  public String kind() {
    return "tcp";
  }

  private static boolean isShaper(Fields fields) {
    return fields.has("rate_mbit");
  }

  @Override
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    return isShaper(golden.fields())
        ? HostShaper.read(golden.fields()).scenario(golden.id())
        : LinkScenario.write(golden.id(), LinkCase.read(golden.fields()), 0);
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Readings runs = new Readings();
    List<FigureCheck> figures;
    if (isShaper(golden.fields())) {
      HostShaper shaper = HostShaper.read(golden.fields());
      runs.run(golden.id(), shaper.scenario(golden.id()), reader);
      figures = shaper.figures(golden.fields(), runs);
    } else {
      LinkCase what = LinkCase.read(golden.fields());
      for (int i = 0; i < (what.isRandom() ? RANDOM_RUNS : 1); i++) {
        runs.run(golden.id(), LinkScenario.write(golden.id(), what, i), reader);
      }
      figures = LinkFigures.of(what, golden.fields().object("measured"), runs);
    }
    return runs.result(golden, kind(), figures);
  }
}
