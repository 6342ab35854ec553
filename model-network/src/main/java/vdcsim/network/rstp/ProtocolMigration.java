package vdcsim.network.rstp;

import java.util.Optional;

/**
 * Port Receive, Port Protocol Migration and Bridge Detection (IEEE 802.1D-2004, 17.23 to 17.25):
 * what kind of neighbour is at a port.
 */
final class ProtocolMigration {
  private ProtocolMigration() {}

  /** What BEGIN makes of the three machines. */
  static void begin(RstpPort port) {
    port.edgeDelayWhile = Rstp.MIGRATE_TIME;
    enter(port, MigrationState.CHECKING_RSTP);
    port.operEdge = port.spec().edge();
  }

  /** Whether something has changed. */
  static boolean run(RstpPort port) {
    boolean changed = discard(port);
    MigrationState next = next(port);
    if (next != port.migration || recheck(port)) {
      enter(port, next);
      changed = true;
    }
    return detect(port) || changed;
  }

  /** Port Receive, DISCARD: a port that is off hears nothing. */
  private static boolean discard(RstpPort port) {
    if (port.portEnabled || (port.edgeDelayWhile == Rstp.MIGRATE_TIME && port.rcvdMsg.isEmpty())) {
      return false;
    }
    port.rcvdRstp = false;
    port.rcvdStp = false;
    port.rcvdMsg = Optional.empty();
    port.edgeDelayWhile = Rstp.MIGRATE_TIME;
    return true;
  }

  private static MigrationState next(RstpPort port) {
    return switch (port.migration) {
      case CHECKING_RSTP ->
          port.mdelayWhile == 0 ? MigrationState.SENSING : MigrationState.CHECKING_RSTP;
      case SELECTING_STP ->
          port.mdelayWhile == 0 || !port.portEnabled || port.mcheck
              ? MigrationState.SENSING
              : MigrationState.SELECTING_STP;
      case SENSING -> afterSensing(port);
    };
  }

  private static MigrationState afterSensing(RstpPort port) {
    if (!port.portEnabled || port.mcheck || (!port.sendRstp && port.rcvdRstp)) {
      return MigrationState.CHECKING_RSTP;
    }
    return port.sendRstp && port.rcvdStp ? MigrationState.SELECTING_STP : MigrationState.SENSING;
  }

  /** CHECKING_RSTP begins anew while the port is off. */
  private static boolean recheck(RstpPort port) {
    return port.migration == MigrationState.CHECKING_RSTP
        && port.mdelayWhile != Rstp.MIGRATE_TIME
        && !port.portEnabled;
  }

  private static void enter(RstpPort port, MigrationState state) {
    port.migration = state;
    switch (state) {
      case CHECKING_RSTP -> {
        port.mcheck = false;
        port.sendRstp = true;
        port.mdelayWhile = Rstp.MIGRATE_TIME;
      }
      case SELECTING_STP -> {
        port.sendRstp = false;
        port.mdelayWhile = Rstp.MIGRATE_TIME;
      }
      case SENSING -> {
        port.rcvdRstp = false;
        port.rcvdStp = false;
      }
    }
  }

  /** Bridge Detection: an edge port has no bridge at its other end. */
  private static boolean detect(RstpPort port) {
    boolean edge =
        port.operEdge
            ? port.portEnabled || port.spec().edge()
            : (!port.portEnabled && port.spec().edge()) || hearsNobody(port);
    boolean changed = edge != port.operEdge;
    port.operEdge = edge;
    return changed;
  }

  private static boolean hearsNobody(RstpPort port) {
    return port.edgeDelayWhile == 0 && port.spec().autoEdge() && port.sendRstp && port.proposing;
  }
}
