package vdcsim.hardware.disk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A hard disk: an arm that seeks, platters that turn, zones of tracks. Of the requests that it
 * holds it serves first what the head reaches first, seek and rotation counted (native command
 * queuing; Jacobson and Wilkes 1991: shortest access time first). After a read it reads on into its
 * buffer, so that what is read in order does not wait for a turn. Where it has a memory for writes,
 * a write is done when it is there, and is stored when the head passes; a flush waits for all of
 * them.
 */
final class Hdd implements Drive, EventHandler {
  /** How many writes its memory holds: an assumption, so that choosing the next stays cheap. */
  private static final int MOST_CACHED = 256;

  private static final int SERVED = 0;
  private static final int FLUSHED = 1;
  private static final int RECEIVED = 2;

  private final Simulation simulation;
  private final Disk disk;
  private final MechanicsSpec spec;
  private final Platter platter;
  private final HostLink link;
  private final List<DiskRequest> queue = new ArrayList<>();
  private final Barriers barriers;
  private final Deque<DiskRequest> waiting = new ArrayDeque<>();
  private int cached;
  private boolean busy;
  private double cylinder;

  /** What was read in order ended here, and the head has been reading on since then. */
  private long streamOffset = -1;

  private long streamNs;

  Hdd(Simulation simulation, Disk disk, long bytes, MechanicsSpec spec, HostLink link) {
    this.simulation = simulation;
    this.disk = disk;
    this.spec = spec;
    this.platter = new Platter(bytes, spec);
    this.link = link;
    this.barriers = new Barriers(disk::finished);
  }

  @Override
  public void begin(DiskRequest request) {
    if (request.operation() == Operation.FLUSH) {
      simulation.schedule(spec.command().toNanos(), this, FLUSHED, 0, request);
    } else if (request.operation() == Operation.WRITE && disk.spec().volatileCache()) {
      link.fromHost(request.bytes(), this, RECEIVED, request);
    } else {
      enqueue(request);
    }
  }

  private void enqueue(DiskRequest request) {
    queue.add(request);
    if (!busy) {
      next();
    }
  }

  private void next() {
    busy = !queue.isEmpty();
    if (!busy) {
      return;
    }
    long readyNs = simulation.now() + spec.command().toNanos();
    int best = 0;
    long bestNs = Long.MAX_VALUE;
    for (int i = 0; i < queue.size(); i++) {
      long ns = positioningNs(queue.get(i), readyNs);
      if (ns < bestNs) {
        best = i;
        bestNs = ns;
      }
    }
    serve(queue.remove(best), readyNs, bestNs);
  }

  /** Until its first byte is under the head; nothing for what the buffer has, or will have next. */
  private long positioningNs(DiskRequest request, long fromNs) {
    if (continues(request)) {
      return 0;
    }
    long seek = platter.seekNs(cylinder, platter.cylinder(request.offset()));
    return seek + platter.rotationNs(request.offset(), fromNs + seek);
  }

  private boolean continues(DiskRequest request) {
    return request.operation() == Operation.READ && request.offset() == streamOffset;
  }

  private void serve(DiskRequest request, long readyNs, long positioningNs) {
    long transfer = platter.transferNs(request.offset(), request.bytes());
    long doneNs = readyNs + positioningNs + transfer;
    if (continues(request)) {
      long ahead = Math.min(readyNs - streamNs, platter.transferNs(request.offset(), readAhead()));
      doneNs = readyNs + Math.max(0, transfer - ahead);
      streamNs = doneNs - Math.max(0, ahead - transfer);
    } else {
      streamNs = doneNs;
    }
    boolean reads = request.operation() == Operation.READ;
    streamOffset = reads ? request.offset() + request.bytes() : -1;
    cylinder = platter.cylinder(request.offset() + request.bytes());
    simulation.schedule(doneNs - simulation.now(), this, SERVED, 0, request);
  }

  private long readAhead() {
    return spec.readAhead().bytes();
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    DiskRequest request = (DiskRequest) reference;
    switch (kind) {
      case SERVED -> served(request);
      case FLUSHED -> barriers.flush(request);
      default -> {
        waiting.addLast(request);
        cache();
      }
    }
  }

  /** Takes into its memory what there is room for: those writes are done. */
  private void cache() {
    while (cached < MOST_CACHED && !waiting.isEmpty()) {
      cached++;
      DiskRequest write = waiting.removeFirst();
      DiskRequest own = new DiskRequest((k, a, r) -> {}, 0);
      own.ask(Operation.WRITE, write.offset(), write.bytes()).note(0, barriers.open());
      disk.finished(write);
      enqueue(own);
    }
  }

  private void served(DiskRequest request) {
    if (request.reference() instanceof Barriers.Epoch epoch) {
      cached--;
      barriers.stored(epoch);
      cache();
    } else {
      link.toHost(
          request.operation() == Operation.READ ? request.bytes() : 0,
          (k, a, r) -> disk.finished((DiskRequest) r),
          0,
          request);
    }
    next();
  }
}
