package vdcsim.network.stp;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.ConfigurationBpdu;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PortState;
import vdcsim.network.spanningtree.PriorityVector;

/**
 * What a bridge does when something happens (IEEE 802.1D-1998, 8.7: operation of the protocol, and
 * 8.8: management).
 */
final class Operation {
  private final Procedures procedures;
  private final TopologyChange topologyChange;
  private final Timer helloTimer;

  Operation(Simulation simulation, Procedures procedures) {
    this.procedures = procedures;
    this.topologyChange = procedures.topologyChange();
    this.helloTimer = new Timer(simulation, this::helloTimerExpired);
  }

  /** 8.7.1. */
  void receivedConfiguration(StpPort port, ConfigurationBpdu bpdu) {
    if (procedures.supersedes(port, bpdu.vector())) {
      boolean wasRoot = procedures.isRoot();
      procedures.recordConfigurationInformation(port, bpdu);
      procedures.updateConfiguration();
      procedures.selectPortStates();
      if (wasRoot && !procedures.isRoot()) {
        helloTimer.stop();
        topologyChange.lostRoot();
      }
      if (procedures.isRootPort(port)) {
        receivedFromRoot(bpdu);
      }
    } else if (port.isDesignated(procedures.bridgeId())) {
      procedures.transmitConfiguration(port);
    }
  }

  private void receivedFromRoot(ConfigurationBpdu bpdu) {
    procedures.recordConfigurationTimeoutValues(bpdu);
    procedures.generateConfigurationBpdus();
    if (bpdu.acknowledgment()) {
      topologyChange.acknowledged();
    }
  }

  /** 8.7.2. */
  void receivedTcn(StpPort port) {
    if (port.isDesignated(procedures.bridgeId())) {
      topologyChange.detect();
      port.topologyChangeAcknowledge = true;
      procedures.transmitConfiguration(port);
    }
  }

  /** 8.7.3. */
  private void helloTimerExpired() {
    procedures.generateConfigurationBpdus();
    helloTimer.start(procedures.times().helloTimeNs());
  }

  /** 8.7.4. */
  void messageAgeTimerExpired(StpPort port) {
    boolean wasRoot = procedures.isRoot();
    procedures.becomeDesignated(port);
    reconfigure(wasRoot);
  }

  /** Selects root and states anew, and begins to act as the root where that is the outcome. */
  void reconfigure(boolean wasRoot) {
    procedures.updateConfiguration();
    procedures.selectPortStates();
    if (procedures.isRoot() && !wasRoot) {
      becomeRoot();
    } else if (wasRoot && !procedures.isRoot()) {
      helloTimer.stop();
    }
  }

  private void becomeRoot() {
    procedures.useOwnTimes();
    topologyChange.becameRoot();
    procedures.generateConfigurationBpdus();
    helloTimer.start(procedures.times().helloTimeNs());
  }

  /** 8.7.5. */
  void forwardDelayTimerExpired(StpPort port) {
    PortState next = afterForwardDelay(port.state());
    port.enter(next);
    if (next == PortState.LEARNING) {
      port.forwardDelayTimer.start(procedures.times().forwardDelayNs());
    } else if (procedures.isDesignatedSomewhere()) {
      procedures.detectTopologyChangeAt(port);
    }
  }

  private static PortState afterForwardDelay(PortState state) {
    return switch (state) {
      case LISTENING -> PortState.LEARNING;
      case LEARNING -> PortState.FORWARDING;
      case DISABLED, DISCARDING, BLOCKING, FORWARDING ->
          throw new IllegalStateException("the forward delay timer ran in state " + state);
    };
  }

  /** 8.7.8. */
  void holdTimerExpired(StpPort port) {
    if (port.configurationPending) {
      procedures.transmitConfiguration(port);
    }
  }

  /** 8.8.1, when all ports that have carrier are enabled. */
  void start() {
    procedures.selectPortStates();
    procedures.generateConfigurationBpdus();
    helloTimer.start(procedures.times().helloTimeNs());
  }

  /** 8.8.2. */
  void enable(StpPort port) {
    initialize(port);
    procedures.selectPortStates();
  }

  void initialize(StpPort port) {
    procedures.becomeDesignated(port);
    port.enter(PortState.BLOCKING);
    port.topologyChangeAcknowledge = false;
    port.configurationPending = false;
    port.edge = port.spec().edge();
  }

  /** 8.8.3. */
  void disable(StpPort port) {
    boolean wasRoot = procedures.isRoot();
    procedures.becomeDesignated(port);
    port.enter(PortState.DISABLED);
    port.topologyChangeAcknowledge = false;
    port.configurationPending = false;
    port.stopTimers();
    reconfigure(wasRoot);
  }

  /** 8.8.4. */
  void changePriority(int priority) {
    boolean wasRoot = procedures.isRoot();
    BridgeId newId = new BridgeId(priority, procedures.bridgeId().address());
    for (StpPort port : procedures.ports()) {
      if (port.isDesignated(procedures.bridgeId())) {
        PriorityVector old = port.designated;
        port.designated =
            new PriorityVector(old.root(), old.rootPathCost(), newId, old.designatedPort());
      }
    }
    procedures.rename(newId);
    reconfigure(wasRoot);
  }

  /** 8.8.5. */
  void changePortPriority(StpPort port, PortId newId) {
    PriorityVector known = port.designated;
    if (port.isDesignated(procedures.bridgeId())) {
      port.designated =
          new PriorityVector(known.root(), known.rootPathCost(), known.designatedBridge(), newId);
    }
    port.portId = newId;
    boolean own = known.designatedBridge().equals(procedures.bridgeId());
    if (own && newId.compareTo(port.designated.designatedPort()) < 0) {
      procedures.becomeDesignated(port);
      procedures.selectPortStates();
    }
  }

  /** A port that took a host to be there has heard a bridge: it goes through all states. */
  void edgeLost(StpPort port) {
    port.edge = false;
    if (port.state() == PortState.FORWARDING) {
      port.enter(PortState.BLOCKING);
      procedures.selectPortStates();
    }
  }
}
