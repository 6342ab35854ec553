package vdcsim.network.flow;

import vdcsim.hardware.ethernet.EthernetPort;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameTap;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.fluid.Demand;
import vdcsim.kernel.fluid.Flow;
import vdcsim.kernel.fluid.Resource;

/**
 * A line over which frames and flows go at the same time.
 *
 * <p>The frames of a line together are one more flow on it. While flows use the line, what frames
 * took is counted every 10 ms: as long as frames wait at the end of such a time, they want all that
 * they can have, and have a fair share; else a tenth more than they took. What takes less than a
 * hundredth of the line, as control messages and acknowledgements, is left out. To the frames in
 * turn the line is as fast as what the flows leave, and never slower than a fair share.
 */
final class MixedLine implements FrameTap, EventHandler {
  private static final long WINDOW_NS = 10_000_000;
  private static final double WINDOWS_PER_SECOND = 100;
  private static final double NEGLIGIBLE = 0.01;
  private static final double ROOM = 1.1;

  private final Simulation simulation;
  private final EthernetPort port;
  private final Resource line;
  private final Demand demand;
  private final Flow frames;
  private long bytes;
  private boolean counting;
  private boolean shared;

  MixedLine(Simulation simulation, EthernetPort port, Resource line, Demand demand, Flow frames) {
    this.simulation = simulation;
    this.port = port;
    this.line = line;
    this.demand = demand;
    this.frames = frames;
    line.onLoad(this::loaded);
    port.tap(this);
  }

  /** Bytes per second that flows of data have of the line. */
  private double ofFlows(double load) {
    return Math.max(0, load - frames.rate());
  }

  private void loaded(double load) {
    double flows = ofFlows(load);
    boolean now = flows > 0;
    if (now || shared) {
      double fair = frames.isRunning() ? frames.rate() : line.capacity() / 2;
      double left = Math.max(line.capacity() - flows, Math.min(fair, line.capacity()));
      port.tracing().leave(Math.max(1, (long) (8 * left)));
    }
    shared = now;
  }

  @Override
  public void sent(EthernetPort from, Frame frame) {
    if (shared || counting) {
      bytes += frame.bytesOnWire() + Frame.GAP_BYTES;
      if (!counting) {
        counting = true;
        simulation.schedule(WINDOW_NS, this, 0, 0, Simulation.NO_REFERENCE);
      }
    }
  }

  @Override
  public void received(EthernetPort to, Frame frame) {
    // The other end's line is another one.
  }

  /** A window has ended. */
  @Override
  public void handle(int kind, long argument, Object reference) {
    double rate = bytes * WINDOWS_PER_SECOND;
    boolean waiting = port.queued() > 0;
    if (waiting) {
      want(Double.POSITIVE_INFINITY);
    } else if (rate > NEGLIGIBLE * line.capacity()) {
      want(ROOM * rate);
    } else if (frames.isRunning()) {
      frames.halt();
    }
    counting = bytes > 0 || waiting;
    bytes = 0;
    if (counting) {
      simulation.schedule(WINDOW_NS, this, 0, 0, Simulation.NO_REFERENCE);
    }
  }

  private void want(double bytesPerSecond) {
    frames.change(1, bytesPerSecond);
    if (!frames.isRunning()) {
      frames.lead(demand);
    }
  }
}
