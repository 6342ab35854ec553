package vdcsim.scenario.verify.cpu;

import java.util.List;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.published.PublishedFamily;

/** Published costs of CPU techniques. */
public final class CpuFamily {
  private CpuFamily() {}

  /** A family whose scenarios are read by {@code reader}. */
  public static Family of(ScenarioReader reader) {
    return new PublishedFamily(
        "cpu",
        List.of(
            new Nanobenchmarks(),
            new ExitCosts(),
            new Instructions(),
            new LmbenchRows(),
            new TtcpRows(),
            new FigureThree(),
            new MacroRows()),
        reader);
  }
}
