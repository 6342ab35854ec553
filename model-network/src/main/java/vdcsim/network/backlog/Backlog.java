package vdcsim.network.backlog;

import java.util.function.BooleanSupplier;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.FrameSink;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;

/**
 * Frames that wait for software, which takes one packet after the other and hands it on. It begins
 * behind the instant in which the first came, so that what comes at once is there together.
 */
public final class Backlog implements EventHandler {
  private static final int BEGIN = 0;
  private static final int DONE = 1;
  private static final int FIRST_ROOM = 16;

  private final ExecutionContext context;
  private final Work work;
  private final FrameSink onward;
  private final int most;
  private final Counter dropped;
  private Frame[] ring = new Frame[FIRST_ROOM];
  private int head;
  private int size;
  private int train;
  private boolean busy;
  private BooleanSupplier room = () -> true;
  private int mark = -1;
  private Runnable whenRoom = () -> {};

  /**
   * An empty one.
   *
   * @param context where the software runs
   * @param onward gets each frame when the software is done with it
   * @param most how many may wait, those in work included
   * @param dropped counts the frames that came while so many waited
   */
  public Backlog(ExecutionContext context, Work work, FrameSink onward, int most, Counter dropped) {
    this.context = context;
    this.work = work;
    this.onward = onward;
    this.most = most;
    this.dropped = dropped;
  }

  /** Takes no packet while there is no {@code room} behind it; {@link #look} tells of it. */
  public void waitFor(BooleanSupplier newRoom) {
    room = newRoom;
  }

  /** There may be room behind it again. */
  public void look() {
    if (!busy && size > 0) {
      begin();
    }
  }

  /** How many frames wait, those in work included. */
  public int waiting() {
    return size;
  }

  /** Runs {@code newWhenRoom} each time that only so many frames are left, from now on. */
  public void onRoom(int frames, Runnable newWhenRoom) {
    mark = frames;
    whenRoom = newWhenRoom;
  }

  /** A frame comes. */
  public void take(Frame frame) {
    if (size == most) {
      dropped.increment();
      return;
    }
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = frame;
    size++;
    if (!busy && size == 1) {
      busy = true;
      context.execute(work.wake(), this, BEGIN, 0, Simulation.NO_REFERENCE);
    }
  }

  private void grow() {
    Frame[] larger = new Frame[2 * size];
    System.arraycopy(ring, head, larger, 0, size - head);
    System.arraycopy(ring, 0, larger, size - head, head);
    ring = larger;
    head = 0;
  }

  private Frame at(int index) {
    return ring[(head + index) & (ring.length - 1)];
  }

  private Frame remove() {
    Frame frame = ring[head];
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    if (size == mark) {
      whenRoom.run();
    }
    return frame;
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == DONE) {
      while (train > 0) {
        train--;
        onward.take(remove());
      }
    }
    busy = false;
    look();
  }

  private void begin() {
    if (!room.getAsBoolean()) {
      return;
    }
    busy = true;
    Frame last = at(0);
    long bytes = last.softwareBytes();
    train = 1;
    while (train < size && work.joins(last, at(train), bytes)) {
      last = at(train);
      bytes += last.softwareBytes();
      train++;
    }
    context.execute(work.cycles(train, bytes), this, DONE, 0, Simulation.NO_REFERENCE);
  }
}
