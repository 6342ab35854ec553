package vdcsim.network.stp;

import java.util.Optional;
import java.util.function.Function;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PortState;
import vdcsim.network.spanningtree.PriorityVector;
import vdcsim.network.spanningtree.SpanningTreePortSpec;
import vdcsim.network.spanningtree.TreePort;

/** What a bridge holds for each of its ports (IEEE 802.1D-1998, 8.5.5), and the port's timers. */
final class StpPort {
  private final TreePort tree;
  private final SpanningTreePortSpec spec;

  /** Runs out when nothing was heard of the designated bridge for max age (8.5.6.2). */
  final Timer messageAgeTimer;

  /** Runs while the port listens, and while it learns (8.5.6.4). */
  final Timer forwardDelayTimer;

  /** Keeps configuration BPDUs apart (8.5.6.8). */
  final Timer holdTimer;

  private PortState state = PortState.DISABLED;

  /** 8.5.5.1. */
  PortId portId;

  /** The cost that was set; without it the rate decides. */
  Optional<Long> adminCost;

  /** 8.5.5.3. */
  long pathCost;

  /** What is said of the root on this LAN, and by whom (8.5.5.4 to 8.5.5.7). */
  PriorityVector designated;

  /** The instant at which the root said so: the present less the message age. */
  long designatedSinceNs;

  /** The next configuration BPDU answers a topology change notification (8.5.5.8). */
  boolean topologyChangeAcknowledge;

  /** A configuration BPDU waits for the hold timer (8.5.5.9). */
  boolean configurationPending;

  /** A host is there, so that its coming and going changes no topology (8.5.5.10). */
  boolean edge;

  /** A BPDU came to a port that is guarded against them. */
  boolean shut;

  StpPort(
      Simulation simulation,
      TreePort tree,
      SpanningTreePortSpec spec,
      Function<PortId, PriorityVector> saidAt,
      Operation operation) {
    this.tree = tree;
    this.spec = spec;
    this.portId = PortId.of(spec.priority(), tree.bridgePort().number());
    this.adminCost = spec.cost().map(Integer::longValue);
    this.designated = saidAt.apply(portId);
    this.messageAgeTimer = new Timer(simulation, () -> operation.messageAgeTimerExpired(this));
    this.forwardDelayTimer = new Timer(simulation, () -> operation.forwardDelayTimerExpired(this));
    this.holdTimer = new Timer(simulation, () -> operation.holdTimerExpired(this));
    tree.enter(state);
  }

  TreePort tree() {
    return tree;
  }

  SpanningTreePortSpec spec() {
    return spec;
  }

  PortState state() {
    return state;
  }

  void enter(PortState newState) {
    state = newState;
    tree.enter(newState);
  }

  boolean isDisabled() {
    return state == PortState.DISABLED;
  }

  /** Whether the bridge itself speaks for the LAN at this port (8.5.5.6, 8.5.5.7). */
  boolean isDesignated(BridgeId self) {
    return designated.designatedBridge().equals(self) && designated.designatedPort().equals(portId);
  }

  /** What the port offers as a way to the root: the designated cost, and its own. */
  PriorityVector offer() {
    return designated.plus(pathCost);
  }

  void stopTimers() {
    messageAgeTimer.stop();
    forwardDelayTimer.stop();
    holdTimer.stop();
  }
}
