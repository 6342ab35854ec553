package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.disk.Storage;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/** What a mode makes of writes and flushes before the images see them (QEMU, block/io.c). */
final class CachePolicy implements Storage, EventHandler {
  private static final int MOVED = 0;
  private static final int FLUSHED = 1;

  private final Storage image;
  private final CacheMode mode;
  private final Deque<DiskRequest> free = new ArrayDeque<>();

  CachePolicy(Storage image, CacheMode mode) {
    this.image = image;
    this.mode = mode;
  }

  @Override
  public long bytes() {
    return image.bytes();
  }

  @Override
  public void submit(DiskRequest request) {
    if (request.operation() == Operation.FLUSH && !mode.obeysFlushes()) {
      request.done();
    } else if (request.operation() == Operation.WRITE && mode.syncsWrites()) {
      DiskRequest own = free.isEmpty() ? new DiskRequest(this, 0) : free.removeLast();
      own.ask(Operation.WRITE, request.offset(), request.bytes()).note(MOVED, request);
      image.submit(own);
    } else {
      image.submit(request);
    }
  }

  @Override
  public void handle(int kind, long step, Object reference) {
    DiskRequest own = (DiskRequest) reference;
    DiskRequest request = (DiskRequest) own.reference();
    if (step == MOVED && !own.failed()) {
      own.ask(Operation.FLUSH, 0, 0).note(FLUSHED, request);
      image.submit(own);
      return;
    }
    boolean failed = own.failed();
    own.note(0, Simulation.NO_REFERENCE);
    free.addLast(own);
    if (failed) {
      request.fail();
    } else {
      request.done();
    }
  }
}
