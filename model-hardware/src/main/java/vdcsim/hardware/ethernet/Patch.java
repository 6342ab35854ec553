package vdcsim.hardware.ethernet;

import java.util.List;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;

/**
 * Carries frames from one device end to another inside a machine, one after the other at a rate,
 * and back through a patch of the other direction. It can be turned to another end, and be held.
 *
 * <p>Metrics, below the name of the port that it takes frames from: {@code dropped-detached},
 * frames that were on their way when it was turned to another end, or to none.
 */
public final class Patch implements EventHandler {
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final Simulation simulation;
  private final DeviceEnd from;
  private final long bitsPerSecond;
  private final Counter detached;
  private List<DeviceEnd> to = List.of();
  private boolean held;
  private boolean busy;
  private long epoch;

  /** Takes frames from {@code from}, and has no other end yet, so that it takes none. */
  public Patch(Simulation simulation, DeviceEnd from, long bitsPerSecond) {
    this.simulation = simulation;
    this.from = from;
    this.bitsPerSecond = bitsPerSecond;
    this.detached =
        simulation.metrics().counter(from.port().name() + ".dropped-detached", Unit.FRAMES);
    from.onReady(this::ready);
  }

  /** Hands frames to {@code end} from now on; what is on its way to another end is lost. */
  public void turn(DeviceEnd end) {
    cut();
    to = List.of(end);
    from.reaches(List.of(end.port()));
    ready();
  }

  /** Hands frames to nobody from now on; they wait. */
  public void part() {
    cut();
    to = List.of();
    from.reaches(List.of());
  }

  /** Frames that were on their way when it was turned, so far. */
  public long lost() {
    return detached.total();
  }

  private void cut() {
    epoch++;
    detached.add(busy ? 1 : 0);
    busy = false;
  }

  /** Takes no frame from now on, or takes them again; what is on its way arrives. */
  public void hold(boolean on) {
    held = on;
    from.port().tracing().hold(on);
    ready();
  }

  private void ready() {
    if (!busy && !held && !to.isEmpty() && from.waiting() > 0) {
      Frame frame = from.take();
      busy = true;
      long takesNs = frame.bytesOnWire() * 8 * NS_PER_SECOND / bitsPerSecond;
      simulation.schedule(takesNs, this, 0, epoch, frame);
    }
  }

  @Override
  public void handle(int kind, long sentInEpoch, Object frame) {
    if (sentInEpoch == epoch) {
      busy = false;
      to.get(0).deliver((Frame) frame);
      ready();
    }
  }
}
