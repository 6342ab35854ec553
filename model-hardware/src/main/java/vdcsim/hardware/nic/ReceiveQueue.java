package vdcsim.hardware.nic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.hardware.ethernet.JoinedFrames;
import vdcsim.hardware.pci.Dma;
import vdcsim.hardware.pci.InterruptTarget;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * A ring of received frames: each takes descriptors that the driver has filled, one for 2 KiB, goes
 * to memory over the link, and raises an interrupt as often as moderation lets it; the driver takes
 * it out.
 *
 * <p>Metrics, below its name: {@code interrupts}, {@code received} frames that the driver handed
 * up, {@code dropped-ring-full}; where it is said what memory it uses, {@code dropped-blocked},
 * frames that a remapping unit kept from memory, and {@code dropped-astray}, those that went
 * elsewhere than the driver looks for them.
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
  private static final int STORED = 6;
  private static final int IN_TIME = 7;
  private static final int UNFOUNDED = 8;
  private static final int OVER = 9;
  private static final long ASTRAY = 1;

  private final Simulation simulation;
  private final String name;
  private Dma dma;
  private final DriverSpec driver;
  private final Moderation moderation;
  private final FrameSink up;
  private final Deque<Frame> ready = new ArrayDeque<>();
  private final Counter interrupts;
  private final Counter received;
  private final Counter ringFull;
  private Service service;
  private Optional<Elsewhere> elsewhere = Optional.empty();
  private final int vector;
  private final Optional<Joiner> joiner;
  private int free;
  private long held;
  private long offered;
  private boolean off;
  private boolean due;
  private boolean raised;
  private BooleanSupplier room = () -> true;
  private boolean paused;
  private int polled;

  /** Where the descriptors point, and what was lost by that. */
  private record Elsewhere(BufferRing buffers, Counter blocked, Counter astray) {
    long lost() {
      return blocked.total() + astray.total();
    }
  }

  /**
   * An empty ring.
   *
   * @param size how many descriptors it has
   * @param index which of the vectors of its card it has
   * @param joining whether the card joins what comes between two interrupts
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
      boolean joining,
      FrameSink up) {
    this.simulation = simulation;
    this.name = name;
    this.dma = dma;
    this.driver = driver;
    this.moderation = new Moderation(moderation);
    this.joiner = joining ? Optional.of(new Joiner()) : Optional.empty();
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
                Conservation.term("lost", () -> elsewhere.map(Elsewhere::lost).orElse(0L)),
                Conservation.term("in the ring", () -> held)));
  }

  /** Is served by another from now on. */
  public void serve(Service by) {
    service = by;
    by.apic().serve(vector, this, ENTERED, Simulation.NO_REFERENCE);
  }

  /** Its driver, if it polls, takes no frame while there is no {@code room} behind it. */
  void pollWhile(BooleanSupplier newRoom) {
    room = newRoom;
  }

  /** There may be room behind it again; others have had a turn meanwhile. */
  void look() {
    if (paused) {
      paused = false;
      polled = 0;
      poll();
    }
  }

  /** It uses this memory from now on; its frames are not joined. */
  public void uses(Buffers buffers) {
    dma = buffers.dma();
    elsewhere =
        Optional.of(
            new Elsewhere(
                buffers.receive(),
                simulation.metrics().counter(name + ".dropped-blocked", Unit.FRAMES),
                simulation.metrics().counter(name + ".dropped-astray", Unit.FRAMES)));
  }

  /** Where its interrupts arrive, whoever serves it then. */
  InterruptTarget controller() {
    return new InterruptTarget() {
      @Override
      public void message(long address, int data) {
        service.apic().message(address, data);
      }

      @Override
      public void line(boolean asserted) {
        service.apic().line(asserted);
      }
    };
  }

  /** The vector that it raises. */
  int vector() {
    return vector;
  }

  /** How many frames the ring can still take. */
  public int free() {
    return free;
  }

  /** A frame has come to the card for this ring. */
  public void arrive(Frame frame) {
    offered++;
    moderation.packet(simulation.now());
    if (joiner.isPresent()) {
      join(joiner.get(), frame);
      return;
    }
    int descriptors = Joiner.buffers(frame);
    if (hold(descriptors)) {
      long bytes = frame.softwareBytes() + (long) DESCRIPTOR_BYTES * descriptors;
      if (elsewhere.isPresent()) {
        BufferRing buffers = elsewhere.get().buffers;
        long address = buffers.next(descriptors);
        dma.write(address, bytes, this, WRITTEN, buffers.isStray() ? ASTRAY : 0, frame);
      } else {
        dma.write(Dma.ANYWHERE, bytes, this, WRITTEN, 0, frame);
      }
    }
  }

  /** Takes so many descriptors for a frame, or drops it. */
  private boolean hold(int descriptors) {
    if (free < descriptors) {
      ringFull.increment();
      return false;
    }
    free -= descriptors;
    held++;
    return true;
  }

  private void join(Joiner by, Frame frame) {
    int position = by.find(frame);
    if (position >= 0 && Joiner.takes(by.at(position), frame)) {
      grow(by, by.at(position), frame);
      return;
    } else if (position >= 0) {
      close(by, by.at(position));
    }
    if (!hold(Joiner.buffers(frame))) {
      return;
    }
    Joiner.Open begun = by.begin(frame);
    store(frame.softwareBytes());
    long waitNs = off ? moderation.intervalNs() : moderation.waitNs(simulation.now());
    boolean alone = !Joiner.canJoin(frame) || frame.payload().endsSegment() || waitNs == 0;
    if (alone || !by.hasRoom()) {
      close(by, begun);
    } else {
      simulation.schedule(waitNs, this, IN_TIME, 0, begun);
    }
  }

  private void grow(Joiner by, Joiner.Open segment, Frame frame) {
    if (!hold(Joiner.more(segment, frame))) {
      close(by, segment);
      return;
    }
    store(Joiner.data(frame));
    Joiner.join(segment, frame);
    if (frame.payload().endsSegment()) {
      close(by, segment);
    }
  }

  private void store(long bytes) {
    dma.write(Dma.ANYWHERE, bytes, this, STORED, 0, Simulation.NO_REFERENCE);
  }

  /** The descriptors are written back behind the data: the driver may have it. */
  private void close(Joiner by, Joiner.Open segment) {
    if (by.close(segment)) {
      Frame whole = segment.whole();
      long bytes = (long) DESCRIPTOR_BYTES * Joiner.buffers(whole);
      dma.write(Dma.ANYWHERE, bytes, this, WRITTEN, 0, whole);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case WRITTEN -> {
        if (argument == ASTRAY) {
          lose((Frame) reference, elsewhere.orElseThrow().astray);
        } else {
          ready.add((Frame) reference);
          raise();
        }
      }
      case WRITTEN | Dma.BLOCKED -> lose((Frame) reference, elsewhere.orElseThrow().blocked);
      case STORED -> {}
      case IN_TIME -> close(joiner.orElseThrow(), (Joiner.Open) reference);
      case DUE -> fire();
      case ENTERED -> {
        // Linux, napi_schedule_prep: an interrupt that the card did not raise begins no poll.
        int next = raised ? SERVED : UNFOUNDED;
        raised = false;
        service.interrupt().execute(driver.interrupt(), this, next, 0, Simulation.NO_REFERENCE);
      }
      case UNFOUNDED -> service.apic().end(this, OVER, 0, Simulation.NO_REFERENCE);
      case OVER -> {
        // Nothing waits for its end.
      }
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

  /** The driver finds nothing of use in the buffer, and fills its place anew. */
  private void lose(Frame frame, Counter reason) {
    free += Joiner.buffers(frame);
    held--;
    reason.increment();
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
    raised = true;
    moderation.fired(simulation.now());
    interrupts.increment();
    service.messages().message(LocalApic.FIRST_PROCESSOR, vector);
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
    if (driver.napi() && !room.getAsBoolean()) {
      paused = true;
      return;
    }
    boolean spent = driver.napi() && polled >= driver.budget();
    ExecutionContext where = spent ? service.thread() : service.interrupt();
    polled++;
    Frame next = ready.remove();
    long cycles = (long) driver.poll() * Joiner.buffers(next);
    where.execute(cycles, this, TAKEN, 0, next);
  }

  private void taken(Frame frame) {
    int frames = JoinedFrames.count(frame);
    free += Joiner.buffers(frame);
    held -= frames;
    received.add(frames);
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
