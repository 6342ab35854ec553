package vdcsim.hardware.iommu;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

/**
 * The invalidation queue (VT-d 2.4, 6.5.2): software appends descriptors, the unit works them off
 * in order, and what was cached is used until it has come to its descriptor. A wait descriptor
 * tells software that all before it are done.
 */
final class InvalidationQueue implements EventHandler {
  private final Simulation simulation;
  private final long ns;
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final Counter done;

  /**
   * An empty queue.
   *
   * @param ns what a descriptor takes
   */
  InvalidationQueue(Simulation simulation, String name, long ns) {
    this.simulation = simulation;
    this.ns = ns;
    this.done = simulation.metrics().counter(name + ".invalidations", Unit.COUNT);
  }

  /** Appends a descriptor; {@code effect} is what it does when the unit comes to it. */
  void append(Runnable effect) {
    queue.add(effect);
    if (queue.size() == 1) {
      simulation.schedule(ns, this, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    done.increment();
    Runnable effect = queue.remove();
    if (!queue.isEmpty()) {
      simulation.schedule(ns, this, 0, 0, Simulation.NO_REFERENCE);
    }
    effect.run();
  }
}
