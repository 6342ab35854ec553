package vdcsim.network.rstp;

import java.util.List;
import vdcsim.network.spanningtree.PortRole;

/**
 * Port Role Transitions (IEEE 802.1D-2004, 17.29): a port takes up its role, and asks whom it must
 * before it forwards. Each call makes one transition of the figures 17-20 to 17-23.
 */
final class RoleTransitions {
  private final List<RstpPort> ports;

  RoleTransitions(List<RstpPort> ports) {
    this.ports = ports;
  }

  /** What BEGIN makes of a port: INIT_PORT, DISABLE_PORT. */
  static void begin(RstpPort port) {
    port.role = PortRole.DISABLED;
    port.learn = false;
    port.forward = false;
    port.synced = false;
    port.sync = true;
    port.reRoot = true;
    port.rrWhile = port.fwdDelay();
    port.fdWhile = port.maxAge();
    port.rbWhile = 0;
  }

  /** A state of the figures that is entered, acts, and is left at once. */
  private enum Step {
    NONE,
    DISABLED_PORT,
    ROOT_PORT,
    ROOT_PROPOSED,
    ROOT_AGREED,
    REROOT,
    ROOT_LEARN,
    ROOT_FORWARD,
    REROOTED,
    DESIGNATED_PROPOSE,
    DESIGNATED_SYNCED,
    DESIGNATED_RETIRED,
    DESIGNATED_LEARN,
    DESIGNATED_FORWARD,
    DESIGNATED_DISCARD,
    ALTERNATE_PORT,
    BACKUP_PORT,
    ALTERNATE_PROPOSED,
    ALTERNATE_AGREED
  }

  /** Whether something has changed. */
  boolean run(RstpPort port) {
    if (!port.selected || port.updtInfo) {
      return false;
    } else if (port.role != port.selectedRole) {
      take(port);
      return true;
    }
    Step step = next(port);
    if (step != Step.NONE) {
      carryOut(step, port);
    }
    return step != Step.NONE;
  }

  /** DISABLE_PORT, ROOT_PORT, DESIGNATED_PORT, BLOCK_PORT. */
  private static void take(RstpPort port) {
    port.role = port.selectedRole;
    switch (port.role) {
      case ROOT -> port.rrWhile = port.fwdDelay();
      case DESIGNATED -> {}
      case ALTERNATE, BACKUP, DISABLED -> {
        port.learn = false;
        port.forward = false;
      }
    }
  }

  private Step next(RstpPort port) {
    return switch (port.role) {
      case DISABLED -> nextOfDisabled(port);
      case ROOT -> nextOfRoot(port);
      case DESIGNATED -> nextOfDesignated(port);
      case ALTERNATE, BACKUP -> nextOfAlternate(port);
    };
  }

  private static Step nextOfDisabled(RstpPort port) {
    boolean still = !port.learning && !port.forwarding;
    boolean changed = port.fdWhile != port.maxAge() || port.sync || port.reRoot || !port.synced;
    return still && changed ? Step.DISABLED_PORT : Step.NONE;
  }

  private Step nextOfRoot(RstpPort port) {
    if (port.rrWhile != port.fwdDelay()) {
      return Step.ROOT_PORT;
    } else if (port.reRoot && port.forward) {
      return Step.REROOTED;
    } else if (port.proposed && !port.agree) {
      return Step.ROOT_PROPOSED;
    } else if (port.agree ? port.proposed : allSynced()) {
      return Step.ROOT_AGREED;
    } else if (!port.forward && !port.reRoot) {
      return Step.REROOT;
    } else if (!port.forward && (port.fdWhile == 0 || (reRooted(port) && port.rbWhile == 0))) {
      return port.learn ? Step.ROOT_FORWARD : Step.ROOT_LEARN;
    }
    return Step.NONE;
  }

  private static Step nextOfDesignated(RstpPort port) {
    if (mustDiscard(port)) {
      return Step.DESIGNATED_DISCARD;
    } else if (!port.forward && !port.agreed && !port.proposing && !port.operEdge) {
      return Step.DESIGNATED_PROPOSE;
    } else if (isNewlySynced(port)) {
      return Step.DESIGNATED_SYNCED;
    } else if (port.rrWhile == 0 && port.reRoot) {
      return Step.DESIGNATED_RETIRED;
    } else if (!port.forward && mayForward(port)) {
      return port.learn ? Step.DESIGNATED_FORWARD : Step.DESIGNATED_LEARN;
    }
    return Step.NONE;
  }

  private static boolean mustDiscard(RstpPort port) {
    boolean asked =
        (port.sync && !port.synced) || (port.reRoot && port.rrWhile != 0) || port.disputed;
    return asked && !port.operEdge && (port.learn || port.forward);
  }

  private static boolean isNewlySynced(RstpPort port) {
    boolean reason = (!port.learning && !port.forwarding) || port.agreed || port.operEdge;
    return (reason && !port.synced) || (port.sync && port.synced);
  }

  private static boolean mayForward(RstpPort port) {
    boolean nobodyObjects = port.fdWhile == 0 || port.agreed || port.operEdge;
    return nobodyObjects && (port.rrWhile == 0 || !port.reRoot) && !port.sync;
  }

  private Step nextOfAlternate(RstpPort port) {
    if (port.learning || port.forwarding) {
      return Step.NONE;
    } else if (port.fdWhile != port.forwardDelay() || port.sync || port.reRoot || !port.synced) {
      return Step.ALTERNATE_PORT;
    } else if (port.role == PortRole.BACKUP && port.rbWhile != 2 * port.helloTime()) {
      return Step.BACKUP_PORT;
    } else if (port.proposed && !port.agree) {
      return Step.ALTERNATE_PROPOSED;
    } else if (port.agree ? port.proposed : allSynced()) {
      return Step.ALTERNATE_AGREED;
    }
    return Step.NONE;
  }

  private void carryOut(Step step, RstpPort port) {
    switch (step) {
      case NONE -> {}
      case DISABLED_PORT -> rest(port, port.maxAge());
      case ALTERNATE_PORT -> rest(port, port.forwardDelay());
      case BACKUP_PORT -> port.rbWhile = 2 * port.helloTime();
      case ROOT_PORT -> port.rrWhile = port.fwdDelay();
      case ROOT_PROPOSED, ALTERNATE_PROPOSED -> {
        ports.forEach(each -> each.sync = true);
        port.proposed = false;
      }
      case ROOT_AGREED -> {
        port.sync = false;
        agree(port);
      }
      case ALTERNATE_AGREED -> agree(port);
      case REROOT -> ports.forEach(each -> each.reRoot = true);
      case REROOTED, DESIGNATED_RETIRED -> port.reRoot = false;
      case ROOT_LEARN, DESIGNATED_LEARN -> {
        port.fdWhile = port.forwardDelay();
        port.learn = true;
      }
      case ROOT_FORWARD -> {
        port.fdWhile = 0;
        port.forward = true;
      }
      case DESIGNATED_FORWARD -> {
        port.fdWhile = 0;
        port.forward = true;
        port.agreed = port.sendRstp;
      }
      case DESIGNATED_PROPOSE -> {
        port.proposing = true;
        port.edgeDelayWhile = port.edgeDelay();
        port.newInfo = true;
      }
      case DESIGNATED_SYNCED -> {
        port.rrWhile = 0;
        port.synced = true;
        port.sync = false;
      }
      case DESIGNATED_DISCARD -> {
        port.learn = false;
        port.forward = false;
        port.disputed = false;
        port.fdWhile = port.forwardDelay();
      }
    }
  }

  private static void rest(RstpPort port, int fdWhile) {
    port.fdWhile = fdWhile;
    port.synced = true;
    port.rrWhile = 0;
    port.sync = false;
    port.reRoot = false;
  }

  private static void agree(RstpPort port) {
    port.proposed = false;
    port.agree = true;
    port.newInfo = true;
  }

  /** 17.20.3. */
  private boolean allSynced() {
    for (RstpPort port : ports) {
      boolean settled = port.selected && port.role == port.selectedRole;
      if (!settled || !(port.synced || port.role == PortRole.ROOT)) {
        return false;
      }
    }
    return true;
  }

  /** 17.20.10: no other port was the root port a moment ago. */
  private boolean reRooted(RstpPort root) {
    for (RstpPort port : ports) {
      if (port != root && port.rrWhile != 0) {
        return false;
      }
    }
    return true;
  }
}
