package vdcsim.network.rstp;

import vdcsim.network.spanningtree.Bpdu;
import vdcsim.network.spanningtree.ConfigurationBpdu;
import vdcsim.network.spanningtree.PortRole;
import vdcsim.network.spanningtree.RapidBpdu;
import vdcsim.network.spanningtree.TopologyChangeBpdu;

/** Port Transmit (IEEE 802.1D-2004, 17.26): says what is new, and every hello time what is old. */
final class PortTransmit {
  private final int helloTime;
  private final int txHoldCount;

  /**
   * @param helloTime in seconds
   * @param txHoldCount how many BPDUs may leave at once
   */
  PortTransmit(int helloTime, int txHoldCount) {
    this.helloTime = helloTime;
    this.txHoldCount = txHoldCount;
  }

  /** TRANSMIT_INIT, IDLE. */
  void begin(RstpPort port) {
    port.newInfo = true;
    port.txCount = 0;
    port.helloWhen = helloTime;
  }

  /** Sends what is due. */
  void run(RstpPort port) {
    if (!port.portEnabled || !port.selected || port.updtInfo) {
      return;
    }
    if (port.helloWhen == 0) {
      boolean tellsRoot = port.role == PortRole.ROOT && port.tcWhile != 0;
      port.newInfo |= port.role == PortRole.DESIGNATED || tellsRoot;
      port.helloWhen = helloTime;
    }
    if (port.newInfo && port.txCount < txHoldCount && speaks(port)) {
      port.newInfo = false;
      port.tree().send(message(port));
      port.txCount++;
      port.tcAck &= isNotification(port);
      port.helloWhen = helloTime;
    }
  }

  /** To a neighbour that speaks STP, alternate and backup ports say nothing. */
  private static boolean speaks(RstpPort port) {
    return switch (port.role) {
      case DISABLED -> false;
      case ROOT, DESIGNATED -> true;
      case ALTERNATE, BACKUP -> port.sendRstp;
    };
  }

  private static boolean isNotification(RstpPort port) {
    return !port.sendRstp && port.role == PortRole.ROOT;
  }

  private static Bpdu message(RstpPort port) {
    if (port.sendRstp) {
      return rapid(port);
    }
    return isNotification(port) ? new TopologyChangeBpdu() : configuration(port);
  }

  /** 17.21.20, txRstp. */
  private static Bpdu rapid(RstpPort port) {
    RapidBpdu.Flags flags =
        new RapidBpdu.Flags(
            port.tcWhile != 0,
            port.proposing,
            role(port.role),
            port.learning,
            port.forwarding,
            port.agree,
            false);
    return new RapidBpdu(flags, port.designatedPriority, port.designatedTimes);
  }

  private static RapidBpdu.Role role(PortRole role) {
    return switch (role) {
      case ROOT -> RapidBpdu.Role.ROOT;
      case DESIGNATED -> RapidBpdu.Role.DESIGNATED;
      case ALTERNATE, BACKUP -> RapidBpdu.Role.ALTERNATE_OR_BACKUP;
      case DISABLED -> RapidBpdu.Role.UNKNOWN;
    };
  }

  /** 17.21.19, txConfig. */
  private static Bpdu configuration(RstpPort port) {
    return new ConfigurationBpdu(
        port.tcWhile != 0, port.tcAck, port.designatedPriority, port.designatedTimes);
  }
}
