package vdcsim.network.stp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.ConfigurationBpdu;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PortRole;
import vdcsim.network.spanningtree.PortState;
import vdcsim.network.spanningtree.PriorityVector;
import vdcsim.network.spanningtree.Times;
import vdcsim.network.spanningtree.TopologyChangeBpdu;
import vdcsim.network.spanningtree.TreeLog;

/**
 * What a bridge knows of the tree, and the elements of procedure (IEEE 802.1D-1998, 8.5.3 and 8.6),
 * as the standard's own program in clause 8.9 has them.
 */
final class Procedures {
  /** 802.1D-1998, Table 8-4. */
  private static final long HOLD_TIME_NS = 1_000_000_000L;

  // 802.1D-1998, 8.10.1 allows up to a second a hop; Linux adds the least that a BPDU can say.
  private static final int MESSAGE_AGE_INCREMENT = 1;

  private final Simulation simulation;
  private final TreeLog log;
  private final Times bridgeTimes;
  private final List<StpPort> ports = new ArrayList<>();
  private final TopologyChange topologyChange;

  private BridgeId bridgeId;
  private BridgeId designatedRoot;
  private long rootPathCost;
  private Optional<StpPort> rootPort = Optional.empty();

  /** The root's times, which hold for all bridges (8.5.3.4 to 8.5.3.6). */
  private Times times;

  Procedures(
      Simulation simulation, Bridge bridge, TreeLog log, BridgeId bridgeId, Times bridgeTimes) {
    this.simulation = simulation;
    this.log = log;
    this.bridgeId = bridgeId;
    this.designatedRoot = bridgeId;
    this.bridgeTimes = bridgeTimes;
    this.times = bridgeTimes;
    this.topologyChange = new TopologyChange(simulation, this, bridge, log, bridgeTimes);
  }

  BridgeId bridgeId() {
    return bridgeId;
  }

  BridgeId designatedRoot() {
    return designatedRoot;
  }

  Optional<StpPort> rootPort() {
    return rootPort;
  }

  long rootPathCost() {
    return rootPathCost;
  }

  /** The root's times as far as they are known. */
  Times times() {
    return times;
  }

  TopologyChange topologyChange() {
    return topologyChange;
  }

  void add(StpPort port) {
    ports.add(port);
  }

  List<StpPort> ports() {
    return Collections.unmodifiableList(ports);
  }

  /** The bridge has another identifier from now on (8.8.4). */
  void rename(BridgeId newId) {
    bridgeId = newId;
  }

  /** The bridge's own times hold from now on. */
  void useOwnTimes() {
    times = bridgeTimes;
  }

  boolean isRoot() {
    return designatedRoot.equals(bridgeId);
  }

  /** What the bridge itself says at a port. */
  PriorityVector saidAt(PortId port) {
    return new PriorityVector(designatedRoot, rootPathCost, bridgeId, port);
  }

  PortRole role(StpPort port) {
    if (port.isDisabled()) {
      return PortRole.DISABLED;
    } else if (isRootPort(port)) {
      return PortRole.ROOT;
    } else if (port.isDesignated(bridgeId)) {
      return PortRole.DESIGNATED;
    }
    boolean own = port.designated.designatedBridge().equals(bridgeId);
    return own ? PortRole.BACKUP : PortRole.ALTERNATE;
  }

  boolean isRootPort(StpPort port) {
    return rootPort.isPresent() && rootPort.get() == port;
  }

  /** 8.6.1. */
  void transmitConfiguration(StpPort port) {
    if (port.holdTimer.isRunning()) {
      port.configurationPending = true;
      return;
    }
    Times said = times.aged(rootPort.map(this::messageAge).orElse(0));
    if (said.messageAge() < said.maxAge()) {
      boolean acknowledgment = port.topologyChangeAcknowledge;
      PriorityVector vector = saidAt(port.portId);
      port.tree()
          .send(new ConfigurationBpdu(topologyChange.isAnnounced(), acknowledgment, vector, said));
      port.topologyChangeAcknowledge = false;
      port.configurationPending = false;
      port.holdTimer.start(HOLD_TIME_NS);
    }
  }

  private int messageAge(StpPort root) {
    int age = Times.ticks(simulation.now() - root.designatedSinceNs) + MESSAGE_AGE_INCREMENT;
    return Math.min(age, times.maxAge());
  }

  /** 8.6.2. */
  void recordConfigurationInformation(StpPort port, ConfigurationBpdu bpdu) {
    port.designated = bpdu.vector();
    port.designatedSinceNs = simulation.now() - bpdu.times().messageAge() * Times.TICK_NS;
    port.messageAgeTimer.start(bpdu.times().remainingNs());
  }

  /** 8.6.3. */
  void recordConfigurationTimeoutValues(ConfigurationBpdu bpdu) {
    times = bpdu.times().aged(0);
    topologyChange.announce(bpdu.topologyChange());
  }

  /** 8.6.4. */
  void generateConfigurationBpdus() {
    for (StpPort port : ports) {
      if (!port.isDisabled() && port.isDesignated(bridgeId)) {
        transmitConfiguration(port);
      }
    }
  }

  /** 8.6.6. */
  void transmitTcn() {
    rootPort.ifPresent(port -> port.tree().send(new TopologyChangeBpdu()));
  }

  /** 8.6.7. */
  void updateConfiguration() {
    selectRoot();
    selectDesignatedPorts();
  }

  /** 8.6.8. */
  private void selectRoot() {
    Election election = Election.of(bridgeId, ports);
    election.guarded().forEach(this::holdBack);
    rootPort = election.rootPort();
    designatedRoot = rootPort.map(port -> port.designated.root()).orElse(bridgeId);
    rootPathCost = rootPort.map(port -> port.offer().rootPathCost()).orElse(0L);
    log.rootPathCost(rootPathCost);
  }

  /** Root guard, as Linux: the port begins anew to listen each time that it hears a better root. */
  private void holdBack(StpPort port) {
    if (port.state().learns()) {
      detectTopologyChangeAt(port);
    }
    port.enter(PortState.LISTENING);
    port.forwardDelayTimer.start(times.forwardDelayNs());
  }

  /** 8.6.9. */
  private void selectDesignatedPorts() {
    for (StpPort port : ports) {
      if (!port.isDisabled() && shouldBeDesignated(port)) {
        becomeDesignated(port);
      }
    }
  }

  private boolean shouldBeDesignated(StpPort port) {
    return port.isDesignated(bridgeId)
        || !port.designated.root().equals(designatedRoot)
        || saidAt(port.portId).isBetterThan(port.designated);
  }

  /** 8.6.10. */
  void becomeDesignated(StpPort port) {
    port.designated = saidAt(port.portId);
  }

  /** 8.6.11. */
  void selectPortStates() {
    for (StpPort port : ports) {
      if (!port.isDisabled()) {
        selectPortState(port);
      }
      port.tree().take(role(port));
    }
  }

  private void selectPortState(StpPort port) {
    if (isRootPort(port)) {
      port.configurationPending = false;
      port.topologyChangeAcknowledge = false;
      makeForwarding(port);
    } else if (port.isDesignated(bridgeId)) {
      port.messageAgeTimer.stop();
      makeForwarding(port);
    } else {
      port.configurationPending = false;
      port.topologyChangeAcknowledge = false;
      makeBlocking(port);
    }
  }

  /** 8.6.12. A host's port needs not listen first. */
  private void makeForwarding(StpPort port) {
    if (port.state() == PortState.BLOCKING) {
      if (port.edge) {
        port.enter(PortState.FORWARDING);
      } else {
        port.enter(PortState.LISTENING);
        port.forwardDelayTimer.start(times.forwardDelayNs());
      }
    }
  }

  /** 8.6.13. */
  private void makeBlocking(StpPort port) {
    if (port.state() != PortState.BLOCKING) {
      boolean learned = port.state().learns();
      port.enter(PortState.BLOCKING);
      port.forwardDelayTimer.stop();
      if (learned) {
        detectTopologyChangeAt(port);
      }
    }
  }

  void detectTopologyChangeAt(StpPort port) {
    if (!port.edge) {
      topologyChange.detect();
    }
  }

  /** Whether what was said replaces what the port knows (8.7.1, 8.6.2.2). */
  boolean supersedes(StpPort port, PriorityVector said) {
    PriorityVector known = port.designated;
    int wayToRoot =
        said.root().equals(known.root())
            ? Long.compare(said.rootPathCost(), known.rootPathCost())
            : said.root().compareTo(known.root());
    if (wayToRoot != 0) {
      return wayToRoot < 0;
    }
    int bridges = said.designatedBridge().compareTo(known.designatedBridge());
    if (bridges != 0) {
      return bridges < 0;
    }
    boolean own = said.designatedBridge().equals(bridgeId);
    return !own || said.designatedPort().compareTo(known.designatedPort()) <= 0;
  }

  boolean isDesignatedSomewhere() {
    return ports.stream()
        .anyMatch(p -> !p.isDisabled() && p.designated.designatedBridge().equals(bridgeId));
  }
}
