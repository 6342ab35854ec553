package vdcsim.hypervisor.migration.engine;

import vdcsim.hypervisor.vnic.VirtualCards;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Unit;

/**
 * What the network has of a machine that stands still.
 *
 * <p>Metrics, below the migration's name: {@code network-gap}, from when the machine stood still to
 * the first frame to one of its addresses that it heard again; {@code frames-lost} meanwhile at its
 * old place, in the queue of the tap above all.
 */
final class NetworkGap {
  private final VirtualCards cards;
  private final Simulation simulation;
  private boolean waiting;
  private boolean deaf;
  private long pausedNs;
  private double gapNs = Double.NaN;
  private long lostBefore;
  private long lost;

  NetworkGap(String name, VirtualCards cards, Simulation simulation) {
    this.cards = cards;
    this.simulation = simulation;
    cards.onHeard(this::heard);
    simulation.metrics().figure(name + ".network-gap", Unit.NANOSECONDS, () -> gapNs);
    simulation.metrics().figure(name + ".frames-lost", Unit.FRAMES, this::lost);
  }

  void paused() {
    deaf = true;
    pausedNs = simulation.now();
    lostBefore = cards.lost();
  }

  void resumed() {
    if (deaf) {
      lost += cards.lost() - lostBefore;
      deaf = false;
      waiting = true;
    }
  }

  private void heard() {
    if (waiting) {
      waiting = false;
      gapNs = simulation.now() - pausedNs;
    }
  }

  private double lost() {
    return deaf ? lost + cards.lost() - lostBefore : lost;
  }
}
