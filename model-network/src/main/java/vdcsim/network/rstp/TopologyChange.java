package vdcsim.network.rstp;

import java.util.List;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.spanningtree.PortRole;
import vdcsim.network.spanningtree.TreeLog;

/**
 * Topology Change (IEEE 802.1D-2004, 17.31): a port that begins to forward tells it to all others
 * in the tree, and what was learned there is forgotten at once.
 */
final class TopologyChange {
  private final Bridge bridge;
  private final TreeLog log;
  private final RoleSelection selection;
  private final List<RstpPort> ports;

  TopologyChange(Bridge bridge, TreeLog log, RoleSelection selection, List<RstpPort> ports) {
    this.bridge = bridge;
    this.log = log;
    this.selection = selection;
    this.ports = ports;
  }

  /** Whether something has changed. */
  boolean run(RstpPort port) {
    return switch (port.topologyChange) {
      case INACTIVE -> port.learn && learning(port);
      case LEARNING -> runLearning(port);
      case ACTIVE -> runActive(port);
    };
  }

  /** LEARNING. */
  private static boolean learning(RstpPort port) {
    port.topologyChange = TcState.LEARNING;
    port.rcvdTc = false;
    port.rcvdTcn = false;
    port.rcvdTcAck = false;
    port.tcProp = false;
    return true;
  }

  private boolean runLearning(RstpPort port) {
    boolean received = port.rcvdTc || port.rcvdTcn || port.rcvdTcAck || port.tcProp;
    if (isActive(port) && port.forward && !port.operEdge) {
      detected(port);
      return true;
    } else if (received) {
      return learning(port);
    } else if (!isActive(port) && !port.learn && !port.learning) {
      inactive(port);
      return true;
    }
    return false;
  }

  private static boolean isActive(RstpPort port) {
    return port.role == PortRole.ROOT || port.role == PortRole.DESIGNATED;
  }

  /** INACTIVE. */
  private void inactive(RstpPort port) {
    port.topologyChange = TcState.INACTIVE;
    bridge.forget(port.tree().bridgePort());
    port.tcWhile = 0;
    port.tcAck = false;
  }

  /** DETECTED. */
  private void detected(RstpPort port) {
    log.topologyChanged();
    newTcWhile(port);
    propagate(port);
    port.newInfo = true;
    port.topologyChange = TcState.ACTIVE;
  }

  private boolean runActive(RstpPort port) {
    if (!isActive(port) || port.operEdge) {
      return learning(port);
    } else if (port.rcvdTcn || port.rcvdTc) {
      notified(port);
      return true;
    } else if (port.tcProp) {
      propagating(port);
      return true;
    } else if (port.rcvdTcAck) {
      port.tcWhile = 0;
      port.rcvdTcAck = false;
      return true;
    }
    return false;
  }

  /** NOTIFIED_TCN, NOTIFIED_TC. */
  private void notified(RstpPort port) {
    if (port.rcvdTcn) {
      newTcWhile(port);
    }
    port.rcvdTcn = false;
    port.rcvdTc = false;
    if (port.role == PortRole.DESIGNATED) {
      port.tcAck = true;
    }
    propagate(port);
  }

  /** PROPAGATING. */
  private void propagating(RstpPort port) {
    newTcWhile(port);
    bridge.forget(port.tree().bridgePort());
    port.tcProp = false;
  }

  /** 17.21.18, setTcPropTree. */
  private void propagate(RstpPort from) {
    for (RstpPort port : ports) {
      port.tcProp |= port != from;
    }
  }

  /** 17.21.7, newTcWhile. */
  private void newTcWhile(RstpPort port) {
    if (port.tcWhile == 0 && port.sendRstp) {
      port.tcWhile = port.helloTime() + 1;
      port.newInfo = true;
    } else if (port.tcWhile == 0) {
      port.tcWhile =
          RstpPort.seconds(selection.rootTimes().maxAge() + selection.rootTimes().forwardDelay());
    }
  }
}
