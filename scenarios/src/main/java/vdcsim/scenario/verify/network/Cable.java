package vdcsim.scenario.verify.network;

import java.util.List;
import java.util.Optional;

/**
 * A link of a case.
 *
 * @param id as {@code L1}
 * @param ends two of a cable, three or more of a shared segment
 */
record Cable(String id, List<End> ends) {
  Cable {
    ends = List.copyOf(ends);
  }

  /** Whether it is a hub of its own. */
  boolean isSegment() {
    return ends.size() > 2;
  }

  /**
   * One end.
   *
   * @param node the device
   * @param port the port there
   * @param cost the path cost that spanning tree is told
   * @param priority the port priority that spanning tree is told
   */
  record End(
      String node,
      String port,
      Optional<Integer> cost,
      Optional<Integer> priority,
      Optional<PortVlan> vlan,
      Optional<String> ip,
      Optional<String> mac) {}
}
