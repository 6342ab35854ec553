package vdcsim.network.rstp;

import java.util.Optional;
import vdcsim.network.spanningtree.Bpdu;
import vdcsim.network.spanningtree.PortId;
import vdcsim.network.spanningtree.PortRole;
import vdcsim.network.spanningtree.PriorityVector;
import vdcsim.network.spanningtree.SpanningTreePortSpec;
import vdcsim.network.spanningtree.Times;
import vdcsim.network.spanningtree.TreePort;

/**
 * What a bridge holds for each of its ports (IEEE 802.1D-2004, 17.19), by the standard's names, and
 * the states of the port's machines. Timers count whole seconds (17.17).
 */
final class RstpPort {
  private final TreePort tree;
  private final SpanningTreePortSpec spec;

  // The states of the machines of 17.23 to 17.31.
  MigrationState migration = MigrationState.CHECKING_RSTP;
  InfoState information = InfoState.DISABLED;
  TcState topologyChange = TcState.INACTIVE;

  // Administration (17.13, 17.19.18).
  boolean portEnabled;
  PortId portId;
  long portPathCost;
  Optional<Long> adminCost;
  boolean operPointToPointMac;

  /** A BPDU came to a port that is guarded against them. */
  boolean shut;

  // Timers (17.17), in seconds.
  int edgeDelayWhile;
  int fdWhile;
  int helloWhen;
  int mdelayWhile;
  int rbWhile;
  int rcvdInfoWhile;
  int rrWhile;
  int tcWhile;

  /** How many BPDUs left within the last seconds (17.19.44). */
  int txCount;

  // What has arrived (17.19.11 to 17.19.15, 17.19.25 to 17.19.34).
  Optional<Bpdu> rcvdMsg = Optional.empty();
  boolean rcvdRstp;
  boolean rcvdStp;
  boolean rcvdTc;
  boolean rcvdTcAck;
  boolean rcvdTcn;

  // What the port knows and says (17.19.4, 17.19.5, 17.19.10, 17.19.21, 17.19.22).
  InfoIs infoIs = InfoIs.DISABLED;
  PriorityVector portPriority;
  Times portTimes;
  PriorityVector designatedPriority;
  Times designatedTimes;

  // Roles (17.19.35 to 17.19.37, 17.19.45).
  PortRole role = PortRole.DISABLED;
  PortRole selectedRole = PortRole.DISABLED;
  boolean reselect;
  boolean selected;
  boolean updtInfo;

  // Proposal, agreement, and waiting for each other.
  boolean agree;
  boolean agreed;
  boolean disputed;
  boolean proposed;
  boolean proposing;
  boolean reRoot;
  boolean sync;
  boolean synced;

  // Port states (17.19.8, 17.19.9, 17.19.11, 17.19.12).
  boolean learn;
  boolean learning;
  boolean forward;
  boolean forwarding;

  // Sending (17.19.16, 17.19.38), migration (17.19.13), edge (17.19.17), topology change.
  boolean newInfo;
  boolean sendRstp;
  boolean mcheck;
  boolean operEdge;
  boolean tcAck;
  boolean tcProp;

  /** A port as it stands when the bridge begins (17.18.1, BEGIN). */
  RstpPort(TreePort tree, SpanningTreePortSpec spec) {
    this.tree = tree;
    this.spec = spec;
    this.portId = PortId.of(spec.priority(), tree.bridgePort().number());
    this.adminCost = spec.cost().map(Integer::longValue);
  }

  TreePort tree() {
    return tree;
  }

  SpanningTreePortSpec spec() {
    return spec;
  }

  /** 17.20.7, FwdDelay. */
  int fwdDelay() {
    return seconds(designatedTimes.forwardDelay());
  }

  /** 17.20.8, HelloTime. */
  int helloTime() {
    return seconds(designatedTimes.helloTime());
  }

  /** 17.20.9, MaxAge. */
  int maxAge() {
    return seconds(designatedTimes.maxAge());
  }

  /** 17.20.5, forwardDelay: a neighbour that speaks RSTP needs less time. */
  int forwardDelay() {
    return sendRstp ? helloTime() : fwdDelay();
  }

  /** 17.20.4. */
  int edgeDelay() {
    return operPointToPointMac ? Rstp.MIGRATE_TIME : maxAge();
  }

  /** Ticks of 1/256 s as whole seconds, so that none is too short. */
  static int seconds(int ticks) {
    return (ticks + Times.TICKS_PER_SECOND - 1) / Times.TICKS_PER_SECOND;
  }

  /** The Port Timers machine (17.22): a second has passed. */
  void tick() {
    edgeDelayWhile = less(edgeDelayWhile);
    fdWhile = less(fdWhile);
    helloWhen = less(helloWhen);
    mdelayWhile = less(mdelayWhile);
    rbWhile = less(rbWhile);
    rcvdInfoWhile = less(rcvdInfoWhile);
    rrWhile = less(rrWhile);
    tcWhile = less(tcWhile);
    txCount = less(txCount);
  }

  private static int less(int timer) {
    return Math.max(0, timer - 1);
  }
}
