package vdcsim.hardware.nic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.hardware.pci.Dma;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * A ring of received frames: each takes a descriptor that the driver has filled, goes to memory
 * over the link, and raises an interrupt as often as moderation lets it; the driver takes it out.
 *
 * <p>Metrics, below its name: {@code interrupts}, {@code received} frames that the driver handed
 * up, {@code dropped-ring-full}.
 */
public final class ReceiveQueue implements EventHandler {
  /** A descriptor as the card writes it back (Intel 82576, data sheet 7.1.4). */
  public static final int DESCRIPTOR_BYTES = 16;

  private static final int WRITTEN = 0;
  private static final int DUE = 1;
  private static final int ENTERED = 2;
  private static final int SERVED = 3;
  private static final int ENDED = 4;
  private static final int TAKEN = 5;

  private final Simulation simulation;
  private final Dma dma;
  private final DriverSpec driver;
  private final Moderation moderation;
  private final FrameSink up;
  private final Deque<Frame> ready = new ArrayDeque<>();
  private final Counter interrupts;
  private final Counter received;
  private final Counter ringFull;
  private Service service;
  private final int vector;
  private int free;
  private long offered;
  private boolean off;
  private boolean due;
  private int polled;

  /**
   * An empty ring.
   *
   * @param size how many descriptors it has
   * @param index which of the vectors of its card it has
   * @param up whoever receives behind the driver
   */
  public ReceiveQueue(
      Simulation simulation,
      String name,
      int size,
      int index,
      Dma dma,
      DriverSpec driver,
      ModerationSpec moderation,
      FrameSink up) {
    this.simulation = simulation;
    this.dma = dma;
    this.driver = driver;
    this.moderation = new Moderation(moderation);
    this.up = up;
    this.free = size;
    this.vector = Service.FIRST_VECTOR + index;
    Metrics metrics = simulation.metrics();
    this.interrupts = metrics.counter(name + ".interrupts", Unit.COUNT);
    this.received = metrics.counter(name + ".received", Unit.FRAMES);
    this.ringFull = metrics.counter(name + ".dropped-ring-full", Unit.FRAMES);
    this.service = Service.free();
    serve(service);
    simulation
        .conservation()
        .balance(
            "frames to " + name,
            List.of(Conservation.term("offered", () -> offered)),
            List.of(
                Conservation.term("received", received::total),
                Conservation.term("ring full", ringFull::total),
                Conservation.term("in the ring", () -> size - free)));
  }

  /** Is served by another from now on. */
  public void serve(Service by) {
    service = by;
    by.apic().serve(vector, this, ENTERED, Simulation.NO_REFERENCE);
  }

  /** How many frames the ring can still take. */
  public int free() {
    return free;
  }

  /** A frame has come to the card for this ring. */
  public void arrive(Frame frame) {
    offered++;
    moderation.packet(simulation.now());
    if (free == 0) {
      ringFull.increment();
      return;
    }
    free--;
    dma.write(
        Dma.ANYWHERE, (long) frame.softwareBytes() + DESCRIPTOR_BYTES, this, WRITTEN, 0, frame);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case WRITTEN -> {
        ready.add((Frame) reference);
        raise();
      }
      case DUE -> fire();
      case ENTERED ->
          service.interrupt().execute(driver.interrupt(), this, SERVED, 0, Simulation.NO_REFERENCE);
      case SERVED -> {
        if (driver.napi()) {
          end();
        } else {
          poll();
        }
      }
      case ENDED -> ended();
      default -> taken((Frame) reference);
    }
  }

  private void raise() {
    if (off || due) {
      return;
    }
    due = true;
    long waitNs = moderation.waitNs(simulation.now());
    if (waitNs == 0) {
      fire();
    } else {
      simulation.schedule(waitNs, this, DUE, 0, Simulation.NO_REFERENCE);
    }
  }

  private void fire() {
    due = false;
    off = true;
    moderation.fired(simulation.now());
    interrupts.increment();
    service.apic().message(LocalApic.FIRST_PROCESSOR, vector);
  }

  private void end() {
    service.apic().end(this, ENDED, 0, Simulation.NO_REFERENCE);
  }

  private void ended() {
    if (driver.napi()) {
      polled = 0;
      poll();
    } else {
      rest();
    }
  }

  /** Takes the next frame; a poll beyond its budget goes on where others have a turn too. */
  private void poll() {
    if (ready.isEmpty()) {
      if (driver.napi()) {
        rest();
      } else {
        end();
      }
      return;
    }
    boolean spent = driver.napi() && polled >= driver.budget();
    ExecutionContext where = spent ? service.thread() : service.interrupt();
    polled++;
    where.execute(driver.poll(), this, TAKEN, 0, ready.remove());
  }

  private void taken(Frame frame) {
    free++;
    received.increment();
    up.take(frame);
    poll();
  }

  /** The interrupt is on again; it comes at once if more has come meanwhile. */
  private void rest() {
    off = false;
    polled = 0;
    if (!ready.isEmpty()) {
      raise();
    }
  }
}
