package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.disk.DiskRequest;
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
   */
  Backend(Loop loop, Storage image, long requestCycles, boolean serial, Source source) {
    this.loop = loop;
    this.image = image;
    this.halfCycles = requestCycles / 2;
    this.serial = serial;
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
    DiskRequest own = free.isEmpty() ? new DiskRequest(this, DONE) : free.removeLast();
    image.submit(own.ask(asked.operation(), asked.offset(), asked.bytes()).note(taken));
    if (!serial) {
      serveNext();
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
    long taken = own.argument();
    if (own.failed()) {
      source.request(taken).refuse();
    }
    free.addLast(own);
    source.give(taken, serial && source.hasMore());
    if (serial) {
      serveNext();
    } else {
      endNext();
    }
  }
}
