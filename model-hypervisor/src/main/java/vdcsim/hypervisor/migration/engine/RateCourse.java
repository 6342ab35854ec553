package vdcsim.hypervisor.migration.engine;

import java.util.function.DoubleConsumer;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.Timer;

/** How fast a migration sends, over each span of a length. */
public final class RateCourse {
  private static final double BITS = 8e9;

  private final Simulation simulation;
  private final PageChannel channel;
  private final long spanNs;
  private final DoubleConsumer recorded;
  private final Timer timer;
  private double before;
  private long lastNs;

  /** A course that begins now, with nothing sent. */
  public RateCourse(
      PageChannel channel, long spanNs, DoubleConsumer recorded, Simulation simulation) {
    this.simulation = simulation;
    this.lastNs = simulation.now();
    this.channel = channel;
    this.spanNs = spanNs;
    this.recorded = recorded;
    this.timer = new Timer(simulation, this::look);
    timer.start(spanNs);
  }

  private void look() {
    record();
    timer.start(spanNs);
  }

  private void record() {
    long now = simulation.now();
    double delivered = channel.delivered();
    if (now > lastNs) {
      recorded.accept((delivered - before) * BITS / (now - lastNs));
    }
    before = delivered;
    lastNs = now;
  }

  /** Records what was sent since the last look. */
  public void stop() {
    timer.stop();
    record();
  }
}
