package vdcsim.network.trafficcontrol;

import java.util.List;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

/**
 * Drops what is beyond a rate (Linux, {@code act_police.c}).
 *
 * <p>Metrics, below the card's name: {@code police-passed} and {@code police-dropped} frames.
 */
final class Policer implements FrameSink {
  private final FrameSink next;
  private final TokenBucket bucket;
  private final Counter passed;
  private final Counter dropped;
  private long offered;

  Policer(String card, PolicerSpec spec, FrameSink next, Simulation simulation) {
    this.next = next;
    this.bucket = new TokenBucket(simulation, spec.rate().bitsPerSecond(), spec.burst().bytes());
    this.passed = simulation.metrics().counter(card + ".police-passed", Unit.FRAMES);
    this.dropped = simulation.metrics().counter(card + ".police-dropped", Unit.FRAMES);
    simulation
        .conservation()
        .balance(
            "frames through the policer of " + card,
            List.of(Conservation.term("offered", () -> offered)),
            List.of(
                Conservation.term("passed", passed::total),
                Conservation.term("dropped", dropped::total)));
  }

  @Override
  public void take(Frame frame) {
    offered++;
    if (bucket.take(frame.softwareBytes()) == 0) {
      passed.increment();
      next.take(frame);
    } else {
      dropped.increment();
    }
  }
}
