package vdcsim.network.spanningtree;

import java.util.Comparator;

/**
 * What a port says about the root and the way to it (IEEE 802.1D-2004, 17.5); the lower vector is
 * the better one, compared from the first component to the last.
 *
 * @param root the bridge that is believed to be the root
 * @param rootPathCost the cost from the designated bridge to the root, 0 to 2^32 - 1
 * @param designatedBridge the bridge that says so
 * @param designatedPort its port
 */
public record PriorityVector(
    BridgeId root, long rootPathCost, BridgeId designatedBridge, PortId designatedPort)
    implements Comparable<PriorityVector> {
  private static final Comparator<PriorityVector> ORDER =
      Comparator.comparing(PriorityVector::root)
          .thenComparingLong(PriorityVector::rootPathCost)
          .thenComparing(PriorityVector::designatedBridge)
          .thenComparing(PriorityVector::designatedPort);

  private static final long MOST_COST = 0xFFFF_FFFFL;

  public PriorityVector {
    if (rootPathCost < 0 || rootPathCost > MOST_COST) {
      throw new IllegalArgumentException("a root path cost has 32 bits, was " + rootPathCost);
    }
  }

  /** What the bridge that hears this, at a port of this cost, can offer: the same way, longer. */
  public PriorityVector plus(long pathCost) {
    long cost = Math.min(MOST_COST, rootPathCost + pathCost);
    return new PriorityVector(root, cost, designatedBridge, designatedPort);
  }

  /** Whether this is strictly better than {@code other}. */
  public boolean isBetterThan(PriorityVector other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(PriorityVector other) {
    return ORDER.compare(this, other);
  }
}
