package vdcsim.network.trafficcontrol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;

/**
 * A shaper with a queue that is limited in bytes (Linux, {@code sch_tbf.c}).
 *
 * <p>Metrics, below the card's name: {@code tbf-passed} frames, {@code tbf-queue-full} and {@code
 * tbf-too-long} dropped ones, {@code tbf-backlog}, the bytes that wait.
 */
final class TokenBucketFilter implements FrameSink, EventHandler {
  private final Simulation simulation;
  private final FrameSink next;
  private final TokenBucket bucket;
  private final long limitBytes;
  private final Deque<Frame> waiting = new ArrayDeque<>();
  private final Counter passed;
  private final Counter queueFull;
  private final Counter tooLong;
  private final TimeWeighted backlog;
  private long waitingBytes;
  private long offered;
  private boolean pending;

  TokenBucketFilter(String card, TokenBucketSpec spec, FrameSink next, Simulation simulation) {
    this.simulation = simulation;
    this.next = next;
    this.bucket = new TokenBucket(simulation, spec.rate().bitsPerSecond(), spec.burst().bytes());
    this.limitBytes = spec.limitBytes();
    this.passed = simulation.metrics().counter(card + ".tbf-passed", Unit.FRAMES);
    this.queueFull = simulation.metrics().counter(card + ".tbf-queue-full", Unit.FRAMES);
    this.tooLong = simulation.metrics().counter(card + ".tbf-too-long", Unit.FRAMES);
    this.backlog = simulation.metrics().timeWeighted(card + ".tbf-backlog", Unit.BYTES);
    simulation
        .conservation()
        .balance(
            "frames through the shaper of " + card,
            List.of(Conservation.term("offered", () -> offered)),
            List.of(
                Conservation.term("passed", passed::total),
                Conservation.term("queue full", queueFull::total),
                Conservation.term("too long", tooLong::total),
                Conservation.term("waiting", waiting::size)));
  }

  @Override
  public void take(Frame frame) {
    offered++;
    int bytes = frame.softwareBytes();
    if (!bucket.holds(bytes)) {
      tooLong.increment();
    } else if (waitingBytes + bytes > limitBytes) {
      queueFull.increment();
    } else {
      waiting.add(frame);
      waitingBytes += bytes;
      if (!pending) {
        release();
      }
      backlog.set(waitingBytes);
    }
  }

  /** Lets pass what is in the bucket, and waits for the next. */
  private void release() {
    while (!waiting.isEmpty()) {
      int bytes = waiting.getFirst().softwareBytes();
      long wait = bucket.take(bytes);
      if (wait > 0) {
        pending = true;
        simulation.schedule(wait, this, 0, 0, Simulation.NO_REFERENCE);
        return;
      }
      waitingBytes -= bytes;
      passed.increment();
      next.take(waiting.removeFirst());
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    pending = false;
    release();
    backlog.set(waitingBytes);
  }
}
