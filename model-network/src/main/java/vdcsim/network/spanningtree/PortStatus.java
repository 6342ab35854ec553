package vdcsim.network.spanningtree;

/**
 * How a port stands.
 *
 * @param designated the best that was said on the port's LAN: by the designated bridge there, which
 *     may be this one
 */
public record PortStatus(PortRole role, PortState state, long pathCost, PriorityVector designated) {

  /** The designated bridge of the port's LAN. */
  public BridgeId designatedBridge() {
    return designated.designatedBridge();
  }

  /** The port by which the designated bridge serves the LAN. */
  public PortId designatedPort() {
    return designated.designatedPort();
  }

  /** The designated bridge's cost to the root. */
  public long designatedCost() {
    return designated.rootPathCost();
  }
}
