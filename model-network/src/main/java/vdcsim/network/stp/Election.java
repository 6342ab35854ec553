package vdcsim.network.stp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.Guard;

/**
 * Which port leads to the root (IEEE 802.1D-1998, 8.6.8).
 *
 * @param rootPort the port; nothing where the bridge itself is the root
 * @param guarded ports with root guard that would have been it
 */
record Election(Optional<StpPort> rootPort, List<StpPort> guarded) {
  /** The outcome among the ports of a bridge. */
  static Election of(BridgeId self, List<StpPort> ports) {
    Optional<StpPort> best = Optional.empty();
    List<StpPort> guarded = new ArrayList<>();
    for (StpPort port : ports) {
      if (isCandidate(port, self)) {
        if (port.spec().guard() == Guard.ROOT) {
          guarded.add(port);
        } else if (best.isEmpty() || isBetter(port, best.get())) {
          best = Optional.of(port);
        }
      }
    }
    Optional<StpPort> rootPort = best;
    guarded.removeIf(port -> rootPort.isPresent() && isBetter(rootPort.get(), port));
    return new Election(rootPort, guarded);
  }

  private static boolean isBetter(StpPort one, StpPort other) {
    int order = one.offer().compareTo(other.offer());
    return order < 0 || (order == 0 && one.portId.compareTo(other.portId) < 0);
  }

  private static boolean isCandidate(StpPort port, BridgeId self) {
    return !port.isDisabled()
        && !port.isDesignated(self)
        && port.designated.root().compareTo(self) < 0;
  }
}
