package vdcsim.scenario.verify.memory;

import java.util.List;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.verify.compare.Family;
import vdcsim.scenario.verify.published.PublishedFamily;

/** Published figures of memory virtualization. */
public final class MemoryFamily {
  private MemoryFamily() {}

  /** A family whose scenarios are read by {@code reader}. */
  public static Family of(ScenarioReader reader) {
    return new PublishedFamily("memory", List.of(new PagingRows(), new OvercommitRows()), reader);
  }
}
