package vdcsim.network.spanningtree;

import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.StateLog;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.bridge.BridgePort;

/**
 * A bridge's port as a spanning tree protocol works it: it sends BPDUs, opens and shuts the port
 * for frames, and keeps the logs {@code state} and {@code role}, below the port's name.
 */
public final class TreePort {
  private final Simulation simulation;
  private final BridgePort port;
  private final TreeLog log;
  private final StateLog states;
  private final StateLog roles;
  private PortRole role = PortRole.DISABLED;

  /** A disabled port of a bridge with this log; frames pass, or not, as they did. */
  public TreePort(Simulation simulation, BridgePort port, TreeLog log) {
    this.simulation = simulation;
    this.port = port;
    this.log = log;
    String name = port.port().name();
    this.states = simulation.metrics().states(name + ".state");
    this.roles = simulation.metrics().states(name + ".role");
    roles.enter(role.label());
  }

  /** The bridge's port. */
  public BridgePort bridgePort() {
    return port;
  }

  /** Whether a cable that works is plugged in. */
  public boolean hasCarrier() {
    return port.port().hasCarrier();
  }

  /** The port is in this state from now on: frames are learned from, and pass, as it says. */
  public void enter(PortState state) {
    port.admit(state.learns(), state.forwards());
    states.enter(state.label());
  }

  /** The port has this role from now on. */
  public void take(PortRole newRole) {
    if (role != newRole) {
      role = newRole;
      roles.enter(role.label());
    }
  }

  /** Sends a BPDU to the bridges at the other end. */
  public void send(Bpdu bpdu) {
    log.sent(bpdu);
    EthernetPort out = port.port();
    out.send(new Frame(Bridge.GROUP_ADDRESS, out.address(), bpdu, simulation.now()));
  }
}
