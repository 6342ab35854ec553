package vdcsim.scenario.verify.os;

import java.util.List;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.published.PublishedFamily;

/** Published figures of virtualization at the level of the operating system. */
public final class OsFamily {
  private OsFamily() {}

  /** A family whose scenarios are read by {@code reader}. */
  public static Family of(ScenarioReader reader) {
    return new PublishedFamily(
        "os", List.of(UserModeRows::plan, ZonesRows::plan, ComparisonRows::plan), reader);
  }
}
