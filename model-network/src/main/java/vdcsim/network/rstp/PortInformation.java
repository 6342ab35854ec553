package vdcsim.network.rstp;

import java.util.Optional;
import vdcsim.network.spanningtree.Bpdu;
import vdcsim.network.spanningtree.BridgeId;
import vdcsim.network.spanningtree.ConfigurationBpdu;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PriorityVector;
import vdcsim.network.spanningtree.RapidBpdu;
import vdcsim.network.spanningtree.Times;
import vdcsim.network.spanningtree.TopologyChangeBpdu;

/**
 * Port Information (IEEE 802.1D-2004, 17.27): what a port believes of the root, and for how long.
 */
final class PortInformation {
  /** 802.1D-2004, Table 17-1, the least Hello Time. */
  private static final int LEAST_HELLO = Times.TICKS_PER_SECOND;

  private static final int INFO_HELLOS = 3;
  private static final int NUMBER_MASK = 0x0FFF;

  private final boolean disputes;

  /** A machine that heeds disputes, or takes them as agreements. */
  PortInformation(boolean disputes) {
    this.disputes = disputes;
  }

  /** Whether something has changed. */
  boolean run(RstpPort port) {
    if (!port.portEnabled && port.infoIs != InfoIs.DISABLED) {
      disabled(port);
      return true;
    }
    return switch (port.information) {
      case DISABLED -> port.portEnabled && aged(port);
      case AGED -> port.selected && port.updtInfo && update(port);
      case CURRENT -> runCurrent(port);
    };
  }

  private boolean runCurrent(RstpPort port) {
    if (port.selected && port.updtInfo) {
      return update(port);
    } else if (port.updtInfo) {
      return false;
    } else if (port.rcvdMsg.isPresent()) {
      receive(port, port.rcvdMsg.get());
      port.rcvdMsg = Optional.empty();
      return true;
    }
    return port.infoIs == InfoIs.RECEIVED && port.rcvdInfoWhile == 0 && aged(port);
  }

  /** DISABLED. */
  static void disabled(RstpPort port) {
    port.information = InfoState.DISABLED;
    port.rcvdMsg = Optional.empty();
    port.proposing = false;
    port.proposed = false;
    port.agree = false;
    port.agreed = false;
    port.rcvdInfoWhile = 0;
    port.infoIs = InfoIs.DISABLED;
    port.reselect = true;
    port.selected = false;
  }

  /** AGED. */
  private static boolean aged(RstpPort port) {
    port.information = InfoState.AGED;
    port.infoIs = InfoIs.AGED;
    port.reselect = true;
    port.selected = false;
    return true;
  }

  /** UPDATE. */
  private static boolean update(RstpPort port) {
    boolean betterOrSame =
        port.infoIs == InfoIs.MINE && !port.portPriority.isBetterThan(port.designatedPriority);
    port.proposing = false;
    port.proposed = false;
    port.agreed = port.agreed && betterOrSame;
    port.synced = port.synced && port.agreed;
    port.portPriority = port.designatedPriority;
    port.portTimes = port.designatedTimes;
    port.updtInfo = false;
    port.infoIs = InfoIs.MINE;
    port.newInfo = true;
    port.information = InfoState.CURRENT;
    return true;
  }

  /** RECEIVE, and the state after it. */
  private void receive(RstpPort port, Bpdu bpdu) {
    if (bpdu instanceof ConfigurationBpdu configuration) {
      receiveConfiguration(port, configuration);
    } else if (bpdu instanceof RapidBpdu rapid) {
      receiveRapid(port, rapid);
    } else if (bpdu instanceof TopologyChangeBpdu) {
      port.rcvdTcn = true;
    }
  }

  private static void receiveConfiguration(RstpPort port, ConfigurationBpdu bpdu) {
    Said said = new Said(true, bpdu.vector(), bpdu.times());
    switch (rcvInfo(port, said)) {
      case SUPERIOR_DESIGNATED -> {
        superior(port, said, false);
        setTcFlags(port, bpdu.topologyChange(), bpdu.acknowledgment());
      }
      case REPEATED_DESIGNATED -> {
        updtRcvdInfoWhile(port);
        setTcFlags(port, bpdu.topologyChange(), bpdu.acknowledgment());
      }
      case INFERIOR_DESIGNATED, INFERIOR_ROOT_ALTERNATE, OTHER -> {}
    }
  }

  private void receiveRapid(RstpPort port, RapidBpdu bpdu) {
    RapidBpdu.Flags flags = bpdu.flags();
    boolean designated = flags.role() == RapidBpdu.Role.DESIGNATED;
    Said said = new Said(designated, bpdu.vector(), bpdu.times());
    RcvdInfo info = flags.role() == RapidBpdu.Role.UNKNOWN ? RcvdInfo.OTHER : rcvInfo(port, said);
    switch (info) {
      case SUPERIOR_DESIGNATED -> {
        superior(port, said, flags.proposal());
        setTcFlags(port, flags.topologyChange(), flags.acknowledgment());
      }
      case REPEATED_DESIGNATED -> {
        port.proposed |= flags.proposal();
        setTcFlags(port, flags.topologyChange(), flags.acknowledgment());
        updtRcvdInfoWhile(port);
      }
      case INFERIOR_DESIGNATED -> recordDispute(port, flags);
      case INFERIOR_ROOT_ALTERNATE -> {
        recordAgreement(port, flags);
        setTcFlags(port, flags.topologyChange(), flags.acknowledgment());
      }
      case OTHER -> {}
    }
  }

  /** What a message is worth (17.21.8). */
  private enum RcvdInfo {
    SUPERIOR_DESIGNATED,
    REPEATED_DESIGNATED,
    INFERIOR_DESIGNATED,
    INFERIOR_ROOT_ALTERNATE,
    OTHER
  }

  /** What a message says: msgPriority and msgTimes, and whether a designated port says it. */
  private record Said(boolean designated, PriorityVector priority, Times times) {}

  private static RcvdInfo rcvInfo(RstpPort port, Said said) {
    boolean same = said.priority().equals(port.portPriority);
    if (!said.designated()) {
      boolean better = said.priority().isBetterThan(port.portPriority);
      return better ? RcvdInfo.OTHER : RcvdInfo.INFERIOR_ROOT_ALTERNATE;
    } else if (same && said.times().equals(port.portTimes)) {
      return RcvdInfo.REPEATED_DESIGNATED;
    }
    boolean superior = same || isSuperior(said.priority(), port.portPriority);
    return superior ? RcvdInfo.SUPERIOR_DESIGNATED : RcvdInfo.INFERIOR_DESIGNATED;
  }

  /** 17.6: better, or from the port that said what is known. */
  private static boolean isSuperior(PriorityVector message, PriorityVector known) {
    return message.isBetterThan(known)
        || (isSameAddress(message.designatedBridge(), known.designatedBridge())
            && number(message.designatedPort()) == number(known.designatedPort()));
  }

  private static boolean isSameAddress(BridgeId one, BridgeId other) {
    return one.address().equals(other.address());
  }

  private static int number(PortId port) {
    return port.bits() & NUMBER_MASK;
  }

  /** SUPERIOR_DESIGNATED. */
  private static void superior(RstpPort port, Said said, boolean proposal) {
    boolean betterOrSame =
        port.infoIs == InfoIs.RECEIVED && !port.portPriority.isBetterThan(said.priority());
    port.agreed = false;
    port.proposing = false;
    port.proposed |= proposal;
    port.agree = port.agree && betterOrSame;
    port.portPriority = said.priority();
    recordTimes(port, said.times());
    updtRcvdInfoWhile(port);
    port.infoIs = InfoIs.RECEIVED;
    port.reselect = true;
    port.selected = false;
  }

  /** 17.21.13. */
  private static void recordTimes(RstpPort port, Times said) {
    port.portTimes =
        new Times(
            said.messageAge(),
            said.maxAge(),
            Math.max(LEAST_HELLO, said.helloTime()),
            said.forwardDelay());
  }

  /** 17.21.23. */
  private static void updtRcvdInfoWhile(RstpPort port) {
    int ageSeconds = RoleSelection.nextAgeSeconds(port.portTimes);
    boolean fresh = ageSeconds * Times.TICKS_PER_SECOND <= port.portTimes.maxAge();
    port.rcvdInfoWhile = fresh ? INFO_HELLOS * RstpPort.seconds(port.portTimes.helloTime()) : 0;
  }

  /** 17.21.17. */
  private static void setTcFlags(RstpPort port, boolean topologyChange, boolean acknowledgment) {
    port.rcvdTc |= topologyChange;
    port.rcvdTcAck |= acknowledgment;
  }

  /** 17.21.9. */
  private static void recordAgreement(RstpPort port, RapidBpdu.Flags flags) {
    port.agreed = port.operPointToPointMac && flags.agreement();
    port.proposing &= !port.agreed;
  }

  /**
   * 17.21.10: the neighbour forwards though it should hear this port and not speak. As printed in
   * 802.1D-2004 that is an agreement; from 802.1Q-2005 on it is a dispute.
   */
  private void recordDispute(RstpPort port, RapidBpdu.Flags flags) {
    if (flags.learning()) {
      port.disputed |= disputes;
      port.agreed = !disputes;
      port.proposing &= disputes;
    }
  }
}
