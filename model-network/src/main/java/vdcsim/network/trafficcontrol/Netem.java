package vdcsim.network.trafficcontrol;

import java.util.List;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStream;

/**
 * An emulated way (Linux, {@code sch_netem.c}): each frame gets the instant at which it leaves when
 * it comes. With a rate it leaves its own time on the line after the one before it.
 *
 * <p>Metrics, below the card's name: {@code netem-passed} frames, {@code netem-lost} by chance,
 * {@code netem-queue-full} dropped ones, {@code netem-duplicated}, and {@code netem-held}, how many
 * are held.
 */
final class Netem implements FrameSink, EventHandler {
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final NetemSpec spec;
  private final FrameSink next;
  private final RandomStream losses;
  private final RandomStream duplicates;
  private final RandomStream delays;
  private final double loss;
  private final double duplicate;
  private final long delayNs;
  private final long jitterNs;
  private final long bitsPerSecond;
  private final Counter passed;
  private final Counter lost;
  private final Counter queueFull;
  private final Counter duplicated;
  private final TimeWeighted holding;
  private long offered;
  private int held;
  private long lastNs;

  /** How far the last frame's true end lies after {@link #lastNs}, in 1/bitsPerSecond ns. */
  private long owed;

  Netem(String card, NetemSpec spec, FrameSink next, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.next = next;
    this.losses = simulation.random().stream(card + ".netem-loss");
    this.duplicates = simulation.random().stream(card + ".netem-duplicate");
    this.delays = simulation.random().stream(card + ".netem-delay");
    this.loss = spec.loss().value();
    this.duplicate = spec.duplicate().value();
    this.delayNs = spec.delay().toNanos();
    this.jitterNs = spec.jitter().toNanos();
    this.bitsPerSecond = spec.rate().map(DataRate::bitsPerSecond).orElse(0L);
    this.passed = simulation.metrics().counter(card + ".netem-passed", Unit.FRAMES);
    this.lost = simulation.metrics().counter(card + ".netem-lost", Unit.FRAMES);
    this.queueFull = simulation.metrics().counter(card + ".netem-queue-full", Unit.FRAMES);
    this.duplicated = simulation.metrics().counter(card + ".netem-duplicated", Unit.FRAMES);
    this.holding = simulation.metrics().timeWeighted(card + ".netem-held", Unit.FRAMES);
    simulation
        .conservation()
        .balance(
            "frames through the emulated way of " + card,
            List.of(
                Conservation.term("offered", () -> offered),
                Conservation.term("duplicated", duplicated::total)),
            List.of(
                Conservation.term("passed", passed::total),
                Conservation.term("lost", lost::total),
                Conservation.term("queue full", queueFull::total),
                Conservation.term("held", () -> held)));
  }

  @Override
  public void take(Frame frame) {
    offered++;
    boolean twice = duplicate > 0 && duplicates.nextDouble() < duplicate;
    if (twice) {
      duplicated.increment();
      hold(frame);
    }
    // Of two copies one at most is lost, as netem has it.
    if (loss > 0 && losses.nextDouble() < loss) {
      lost.increment();
    } else {
      hold(frame);
    }
  }

  private void hold(Frame frame) {
    if (held >= spec.limit()) {
      queueFull.increment();
      return;
    }
    held++;
    holding.set(held);
    simulation.schedule(leavesAtNs(frame) - simulation.now(), this, 0, 0, frame);
  }

  private long leavesAtNs(Frame frame) {
    long earliest = simulation.now() + delayNs + varied();
    if (bitsPerSecond == 0) {
      lastNs = spec.keepOrder() ? Math.max(lastNs, earliest) : earliest;
      return lastNs;
    }
    if (earliest > lastNs) {
      owed = 0;
    }
    long time = owed + frame.softwareBytes() * 8L * NS_PER_SECOND;
    lastNs = Math.max(earliest, lastNs) + time / bitsPerSecond;
    owed = time % bitsPerSecond;
    return lastNs;
  }

  private long varied() {
    return jitterNs == 0 ? 0 : (long) ((2 * delays.nextDouble() - 1) * jitterNs);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    held--;
    holding.set(held);
    passed.increment();
    next.take((Frame) reference);
  }
}
