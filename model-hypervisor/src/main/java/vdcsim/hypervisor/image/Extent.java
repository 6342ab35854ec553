package vdcsim.hypervisor.image;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Storage;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** A part of a storage, as a raw image: what is asked of it is asked there, further behind. */
final class Extent implements Storage, EventHandler {
  private final Storage below;
  private final long start;
  private final long bytes;
  private final Deque<DiskRequest> free = new ArrayDeque<>();

  Extent(Storage below, long start, long bytes) {
    this.below = below;
    this.start = start;
    this.bytes = bytes;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void submit(DiskRequest request) {
    if (request.offset() < 0 || request.offset() > bytes - request.bytes()) {
      request.fail();
      return;
    }
    DiskRequest child = free.isEmpty() ? new DiskRequest(this, 0) : free.removeLast();
    child.ask(request.operation(), start + request.offset(), request.bytes()).note(0, request);
    below.submit(child);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    DiskRequest child = (DiskRequest) reference;
    DiskRequest request = (DiskRequest) child.reference();
    boolean failed = child.failed();
    child.note(0, Simulation.NO_REFERENCE);
    free.addLast(child);
    if (failed) {
      request.fail();
    } else {
      request.done();
    }
  }
}
