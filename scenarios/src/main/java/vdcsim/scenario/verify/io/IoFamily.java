package vdcsim.scenario.verify.io;

import java.util.List;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.CaseResult;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.GoldenCase;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;
import vdcsim.scenario.verify.published.PublishedFamily;

/** Published figures of disks and network cards. */
public final class IoFamily implements Family {
  private final ScenarioReader reader;

  private final Family published;

  /** A family whose scenarios are read by {@code reader}. */
  public IoFamily(ScenarioReader reader) {
    this.reader = reader;
    this.published =
        new PublishedFamily(
            "io",
            List.of(
                new DiskRows(),
                new SlirpRows(),
                new NicRows(),
                new GuestCardRows(),
                new FelterRows(),
                new ContainerRows()),
            reader);
  }

  @Override
  public String kind() {
    return "io";
  }

  @Override
  public String scenario(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Fields fields = golden.fields();
    if (RegisterCase.isOne(fields)) {
      return RegisterCase.read(fields).scenario(golden.id());
    }
    return PingCase.isOne(fields)
        ? PingCase.read(fields).scenario(golden.id())
        : published.scenario(golden);
  }

  @Override
  public CaseResult verify(GoldenCase golden) throws UnreadableCase, UnsupportedCase {
    Readings readings = new Readings();
    if (PingCase.isOne(golden.fields())) {
      PingCase pings = PingCase.read(golden.fields());
      readings.run(golden.id(), pings.scenario(golden.id()), reader);
      return readings.result(golden, kind(), pings.figures(readings));
    }
    if (RegisterCase.isOne(golden.fields())) {
      RegisterCase registers = RegisterCase.read(golden.fields());
      readings.run(golden.id(), registers.scenario(golden.id()), reader);
      return readings.result(golden, kind(), registers.figures(readings));
    }
    return published.verify(golden);
  }
}
