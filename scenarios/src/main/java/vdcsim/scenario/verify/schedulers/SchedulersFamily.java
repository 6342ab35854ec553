package vdcsim.scenario.verify.schedulers;

import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/** Measured control groups of Linux. */
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
    return Measured.read(golden.fields()).scenario(golden.id());
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Readings runs = new Readings();
    Measured what = Measured.read(golden.fields());
    return runs.result(golden, kind(), what.verify(golden.id(), golden.fields(), reader, runs));
  }
}
