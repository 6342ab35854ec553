package vdcsim.network.rstp;

import java.util.List;
import java.util.Optional;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.Guard;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PortRole;
import vdcsim.network.spanningtree.PriorityVector;
import vdcsim.network.spanningtree.Times;

/** Port Role Selection (IEEE 802.1D-2004, 17.28): the root, and the role of every port. */
final class RoleSelection {
  private static final PortId NO_PORT = new PortId(0);

  private final List<RstpPort> ports;
  private final Times bridgeTimes;
  private BridgeId bridgeId;
  private Optional<RstpPort> rootPort = Optional.empty();
  private PriorityVector rootPriority;
  private Times rootTimes;

  RoleSelection(BridgeId bridgeId, Times bridgeTimes, List<RstpPort> ports) {
    this.ports = ports;
    this.bridgeId = bridgeId;
    this.bridgeTimes = bridgeTimes;
    this.rootPriority = bridgePriority();
    this.rootTimes = bridgeTimes;
  }

  /** 17.18.3. */
  private PriorityVector bridgePriority() {
    return new PriorityVector(bridgeId, 0, bridgeId, NO_PORT);
  }

  BridgeId bridgeId() {
    return bridgeId;
  }

  /** The bridge has another identifier from now on; all roles are selected anew. */
  void rename(BridgeId newId) {
    bridgeId = newId;
    ports.forEach(RoleSelection::reselect);
  }

  static void reselect(RstpPort port) {
    port.reselect = true;
    port.selected = false;
  }

  Optional<RstpPort> rootPort() {
    return rootPort;
  }

  PriorityVector rootPriority() {
    return rootPriority;
  }

  Times rootTimes() {
    return rootTimes;
  }

  /** Whether something has changed. */
  boolean run() {
    boolean asked = false;
    for (RstpPort port : ports) {
      asked |= port.reselect;
      port.reselect = false;
    }
    if (!asked) {
      return false;
    }
    updtRoles();
    ports.forEach(port -> port.selected = true);
    return true;
  }

  /** What a port that was just made would say. */
  void prepare(RstpPort port) {
    designate(port);
    port.portPriority = port.designatedPriority;
    port.portTimes = port.designatedTimes;
  }

  /** 17.21.25, updtRolesTree. */
  private void updtRoles() {
    selectRoot();
    for (RstpPort port : ports) {
      designate(port);
      selectRole(port);
    }
  }

  /** a) to c). */
  private void selectRoot() {
    rootPort = Optional.empty();
    rootPriority = bridgePriority();
    rootTimes = bridgeTimes;
    for (RstpPort port : ports) {
      if (isCandidate(port) && isBetterRoot(port)) {
        rootPort = Optional.of(port);
        rootPriority = port.portPriority.plus(port.portPathCost);
        int age = nextAgeSeconds(port.portTimes) * Times.TICKS_PER_SECOND;
        rootTimes = port.portTimes.aged(age);
      }
    }
  }

  /** A port with root guard is none (802.1Q-2018, 13.27.64, restrictedRole). */
  private boolean isCandidate(RstpPort port) {
    return port.infoIs == InfoIs.RECEIVED
        && port.spec().guard() != Guard.ROOT
        && !port.portPriority.designatedBridge().address().equals(bridgeId.address());
  }

  private boolean isBetterRoot(RstpPort port) {
    int order = port.portPriority.plus(port.portPathCost).compareTo(rootPriority);
    boolean byPort = rootPort.isPresent() && port.portId.compareTo(rootPort.get().portId) < 0;
    return order < 0 || (order == 0 && byPort);
  }

  /** A message's age a hop further: a second more, rounded to a whole one. */
  static int nextAgeSeconds(Times times) {
    int half = Times.TICKS_PER_SECOND / 2;
    return (times.messageAge() + half) / Times.TICKS_PER_SECOND + 1;
  }

  /** d) and e). */
  private void designate(RstpPort port) {
    port.designatedPriority =
        new PriorityVector(rootPriority.root(), rootPriority.rootPathCost(), bridgeId, port.portId);
    port.designatedTimes =
        new Times(
            rootTimes.messageAge(),
            rootTimes.maxAge(),
            bridgeTimes.helloTime(),
            rootTimes.forwardDelay());
  }

  /** f) to l). */
  private void selectRole(RstpPort port) {
    switch (port.infoIs) {
      case DISABLED -> port.selectedRole = PortRole.DISABLED;
      case AGED -> {
        port.updtInfo = true;
        port.selectedRole = PortRole.DESIGNATED;
      }
      case MINE -> {
        port.selectedRole = PortRole.DESIGNATED;
        port.updtInfo |=
            !port.portPriority.equals(port.designatedPriority)
                || !port.portTimes.equals(port.designatedTimes);
      }
      case RECEIVED -> {
        port.selectedRole = roleOfReceiver(port);
        port.updtInfo = port.selectedRole == PortRole.DESIGNATED;
      }
    }
  }

  private PortRole roleOfReceiver(RstpPort port) {
    if (rootPort.isPresent() && rootPort.get() == port) {
      return PortRole.ROOT;
    } else if (port.designatedPriority.isBetterThan(port.portPriority)) {
      return PortRole.DESIGNATED;
    }
    BridgeId speaker = port.portPriority.designatedBridge();
    return speaker.address().equals(bridgeId.address()) ? PortRole.BACKUP : PortRole.ALTERNATE;
  }
}
