package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.disk.Storage;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * What a process of the host does with a guest's requests: it takes one, hands it to the image, and
 * ends it when that is done; half of its work on a request comes before, half behind.
 */
final class Backend implements EventHandler {
  private static final int TAKEN = 0;
  private static final int ENDED = 1;
  private static final int DONE = 2;

  private final Loop loop;
  private final Storage image;
  private final long halfCycles;
  private final boolean serial;
  private final Optional<Multiwrite> writes;
  private final Source source;
  private final Deque<DiskRequest> done = new ArrayDeque<>();
  private final Deque<DiskRequest> free = new ArrayDeque<>();
  private final EventHandler serve = (k, a, r) -> serveNext();
  private final EventHandler end = (k, a, r) -> endNext();
  private boolean serving;
  private boolean ending;

  /** Where requests come from, and go to. */
  interface Source {
    /** Whether there is one to take; if not, the source will tell of the next. */
    boolean hasMore();

    /** Takes one; what it says comes back with its end. */
    long take();

    /** What a taken one is about. */
    DiskRequest request(long taken);

    /** It is done; {@code more} says that others will be given back before this thread sleeps. */
    void give(long taken, boolean more);
  }

  /**
   * A backend.
   *
   * @param serial whether it waits for each request before it takes the next
   * @param writes where writes are gathered, if they are
   */
  Backend(
      Loop loop,
      Storage image,
      long requestCycles,
      boolean serial,
      Optional<Multiwrite> writes,
      Source source) {
    this.loop = loop;
    this.image = image;
    this.halfCycles = requestCycles / 2;
    this.serial = serial;
    this.writes = writes;
    this.source = source;
  }

  /** The source has something. */
  void wake() {
    if (!serving) {
      serving = true;
      loop.post(serve);
    }
  }

  private void serveNext() {
    if (source.hasMore()) {
      loop.thread().execute(halfCycles, this, TAKEN, source.take(), Simulation.NO_REFERENCE);
    } else {
      writes.ifPresent(this::handOn);
      serving = false;
      loop.next();
    }
  }

  private void endNext() {
    if (done.isEmpty()) {
      ending = false;
      loop.next();
    } else {
      loop.thread().execute(halfCycles, this, ENDED, 0, done.removeFirst());
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case TAKEN -> hand(argument);
      case ENDED -> give((DiskRequest) reference);
      default -> done((DiskRequest) reference);
    }
  }

  private void hand(long taken) {
    DiskRequest asked = source.request(taken);
    if (!gather(asked, taken)) {
      image.submit(own(asked.operation(), asked.offset(), asked.bytes()).note(taken));
    }
    if (!serial) {
      serveNext();
    }
  }

  private DiskRequest own(Operation operation, long offset, long bytes) {
    DiskRequest own = free.isEmpty() ? new DiskRequest(this, DONE) : free.removeLast();
    return own.ask(operation, offset, bytes);
  }

  /** A write waits for others, a flush hands on what waits, a read overtakes it. */
  private boolean gather(DiskRequest asked, long taken) {
    if (writes.isEmpty() || asked.operation() == Operation.READ) {
      return false;
    }
    Multiwrite gathered = writes.get();
    boolean write = asked.operation() == Operation.WRITE;
    if (!write || gathered.isFull()) {
      handOn(gathered);
    }
    if (write) {
      gathered.add(taken, asked.offset(), asked.bytes());
    }
    return write;
  }

  private void handOn(Multiwrite gathered) {
    if (!gathered.isEmpty()) {
      Multiwrite.Batch batch = gathered.batch();
      for (Multiwrite.Run run : batch.runs()) {
        image.submit(own(Operation.WRITE, run.offset(), run.bytes()).note(0, batch));
      }
    }
  }

  private void done(DiskRequest own) {
    if (serial) {
      loop.thread().execute(halfCycles, this, ENDED, 0, own);
      return;
    }
    done.addLast(own);
    if (!ending) {
      ending = true;
      loop.post(end);
    }
  }

  private void give(DiskRequest own) {
    if (own.reference() instanceof Multiwrite.Batch batch) {
      own.note(0, Simulation.NO_REFERENCE);
      if (batch.ended(own.failed())) {
        batch.taken().forEach(taken -> give(taken, batch.failed()));
      }
    } else {
      give(own.argument(), own.failed());
    }
    free.addLast(own);
    if (serial) {
      serveNext();
    } else {
      endNext();
    }
  }

  private void give(long taken, boolean failed) {
    if (failed) {
      source.request(taken).refuse();
    }
    source.give(taken, serial && source.hasMore());
  }
}
