package vdcsim.network.spanningtree;

import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;

/**
 * What a bridge shows of its spanning tree: {@code bpdus-sent} and {@code bpdus-received} (all
 * kinds), {@code tcns-sent} and {@code tcns-received} (topology change notifications among them),
 * {@code topology-changes} that it has detected, {@code root-path-cost}.
 */
public final class TreeLog {
  private final Counter sent;
  private final Counter received;
  private final Counter notificationsSent;
  private final Counter notificationsReceived;
  private final Counter topologyChanges;
  private final TimeWeighted rootPathCost;

  /** The instruments of the bridge of this name. */
  public TreeLog(Metrics metrics, String bridge) {
    this.sent = metrics.counter(bridge + ".bpdus-sent", Unit.FRAMES);
    this.received = metrics.counter(bridge + ".bpdus-received", Unit.FRAMES);
    this.notificationsSent = metrics.counter(bridge + ".tcns-sent", Unit.FRAMES);
    this.notificationsReceived = metrics.counter(bridge + ".tcns-received", Unit.FRAMES);
    this.topologyChanges = metrics.counter(bridge + ".topology-changes", Unit.COUNT);
    this.rootPathCost = metrics.timeWeighted(bridge + ".root-path-cost", Unit.NONE);
  }

  /** A BPDU leaves. */
  public void sent(Bpdu bpdu) {
    sent.increment();
    if (bpdu instanceof TopologyChangeBpdu) {
      notificationsSent.increment();
    }
  }

  /** A BPDU has arrived. */
  public void received(Bpdu bpdu) {
    received.increment();
    if (bpdu instanceof TopologyChangeBpdu) {
      notificationsReceived.increment();
    }
  }

  /** The bridge has seen by itself that the topology changed. */
  public void topologyChanged() {
    topologyChanges.increment();
  }

  /** The way to the root costs this from now on. */
  public void rootPathCost(long cost) {
    if (rootPathCost.level() != cost) {
      rootPathCost.set(cost);
    }
  }
}
