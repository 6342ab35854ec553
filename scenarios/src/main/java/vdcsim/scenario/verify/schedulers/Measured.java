package vdcsim.scenario.verify.schedulers;

import java.util.List;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/** What was set in a measurement of Linux' fair scheduler. */
sealed interface Measured permits QuotaCase, LatencyCase, SharesCase {
  /** Which of them a case is, by the fields that it has. */
  static Measured read(Fields fields) throws UnreadableCase, UnsupportedCase {
    if (LatencyCase.is(fields)) {
      return LatencyCase.read(fields);
    }
    return QuotaCase.is(fields) ? QuotaCase.read(fields) : SharesCase.read(fields);
  }

  /** It as a scenario. */
  String scenario(String id);

  /** Runs it, and holds it against what was measured. */
  List<FigureCheck> verify(String id, Fields fields, ScenarioReader reader, Readings runs)
      throws UnreadableCase, UnsupportedCase;
}
