package vdcsim.network.rstp;

import java.util.List;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.SpanningTreeSpec;
import vdcsim.network.spanningtree.TreeLog;

/**
 * The state machines of a bridge (IEEE 802.1D-2004, 17.15): they run until none can make a
 * transition, and only then is sent what is new.
 */
final class Machines {
  // Far more than any event needs: a loop of machines is an error in them, not in the network.
  private static final int MOST_ROUNDS = 10_000;

  private final List<RstpPort> ports;
  private final RoleSelection selection;
  private final PortInformation information;
  private final RoleTransitions transitions;
  private final TopologyChange topologyChange;
  private final PortTransmit transmit;

  Machines(Bridge bridge, TreeLog log, BridgeId id, SpanningTreeSpec spec, List<RstpPort> ports) {
    this.ports = ports;
    this.selection = new RoleSelection(id, spec.times(), ports);
    this.information = new PortInformation(spec.dispute());
    this.transitions = new RoleTransitions(ports);
    this.topologyChange = new TopologyChange(bridge, log, selection, ports);
    this.transmit = new PortTransmit((int) spec.helloTime().toSeconds(), spec.transmitHoldCount());
  }

  RoleSelection selection() {
    return selection;
  }

  /** BEGIN for a port. */
  void begin(RstpPort port) {
    selection.prepare(port);
    ProtocolMigration.begin(port);
    transmit.begin(port);
    PortInformation.disabled(port);
    RoleTransitions.begin(port);
  }

  /** Runs all machines until they rest. */
  void settle() {
    int rounds = 0;
    while (selection.run() || runPorts()) {
      if (++rounds == MOST_ROUNDS) {
        throw new IllegalStateException("the state machines of a bridge never rest");
      }
    }
    ports.forEach(transmit::run);
  }

  private boolean runPorts() {
    boolean changed = false;
    for (RstpPort port : ports) {
      changed |= run(port);
    }
    return changed;
  }

  private boolean run(RstpPort port) {
    boolean changed = ProtocolMigration.run(port);
    changed |= information.run(port);
    changed |= transitions.run(port);
    changed |= StateTransition.run(port);
    changed |= topologyChange.run(port);
    return changed;
  }
}
