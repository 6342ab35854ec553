package vdcsim.network.stp;

import java.util.ArrayList;
import java.util.Comparator;
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
  private static final Comparator<StpPort> BEST_OFFER =
      Comparator.comparing(StpPort::offer).thenComparing(port -> port.portId);

  /** The outcome among the ports of a bridge. */
  static Election of(BridgeId self, List<StpPort> ports) {
    List<StpPort> guarded = new ArrayList<>();
    List<StpPort> candidates =
        ports.stream().filter(port -> isCandidate(port, self)).sorted(BEST_OFFER).toList();
    for (StpPort candidate : candidates) {
      if (candidate.spec().guard() != Guard.ROOT) {
        return new Election(Optional.of(candidate), guarded);
      }
      guarded.add(candidate);
    }
    return new Election(Optional.empty(), guarded);
  }

  private static boolean isCandidate(StpPort port, BridgeId self) {
    return !port.isDisabled()
        && !port.isDesignated(self)
        && port.designated.root().compareTo(self) < 0;
  }
}
