package vdcsim.network.stp;

import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;
import vdcsim.network.bridge.Bridge;
import vdcsim.network.spanningtree.Times;
import vdcsim.network.spanningtree.TreeLog;

/**
 * How bridges learn that stations may have moved (IEEE 802.1D-1998, 8.3.5): whoever sees a change
 * notifies the root, hop by hop and each hop acknowledged; the root announces it to all, and they
 * let addresses age within the forward delay for a while.
 */
final class TopologyChange {
  private final Procedures procedures;
  private final Bridge bridge;
  private final TreeLog log;
  private final Times bridgeTimes;
  private final Timer tcnTimer;
  private final Timer topologyChangeTimer;

  /** The root says that addresses are to age sooner (8.5.3.12). */
  private boolean announced;

  /** This bridge has seen a change, and the root has not yet heard of it (8.5.3.11). */
  private boolean detected;

  TopologyChange(
      Simulation simulation, Procedures procedures, Bridge bridge, TreeLog log, Times bridgeTimes) {
    this.procedures = procedures;
    this.bridge = bridge;
    this.log = log;
    this.bridgeTimes = bridgeTimes;
    this.tcnTimer = new Timer(simulation, this::notifyRoot);
    this.topologyChangeTimer = new Timer(simulation, this::topologyChangeTimerExpired);
  }

  /** What configuration BPDUs say. */
  boolean isAnnounced() {
    return announced;
  }

  /** Addresses age within the forward delay while the topology changes, else as usual. */
  void announce(boolean changing) {
    if (announced != changing) {
      announced = changing;
      bridge.age(changing ? procedures.times().forwardDelayNs() : bridge.ageingNs());
    }
  }

  /** 8.6.14. */
  void detect() {
    if (!detected) {
      log.topologyChanged();
    }
    if (procedures.isRoot()) {
      announce(true);
      topologyChangeTimer.start(bridgeTimes.maxAgeNs() + bridgeTimes.forwardDelayNs());
    } else if (!detected) {
      notifyRoot();
    }
    detected = true;
  }

  /** 8.6.6; and 8.7.6: again and again, until it is acknowledged. */
  private void notifyRoot() {
    procedures.transmitTcn();
    tcnTimer.start(bridgeTimes.helloTimeNs());
  }

  /** 8.6.15. */
  void acknowledged() {
    detected = false;
    tcnTimer.stop();
  }

  /** Another bridge is the root now: it must hear of the change that this one had announced. */
  void lostRoot() {
    if (detected) {
      topologyChangeTimer.stop();
      notifyRoot();
    }
  }

  /** This bridge is the root now. */
  void becameRoot() {
    detect();
    tcnTimer.stop();
  }

  /** 8.7.7. */
  private void topologyChangeTimerExpired() {
    detected = false;
    announce(false);
  }
}
