package vdcsim.hardware.disk.pagecache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.Barriers;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.HostDisk;
import vdcsim.hardware.disk.Operation;
import vdcsim.kernel.Simulation;

/** A file on a host's disk, read and written through the host's page cache. */
public final class CachedFile {
  /** Linux, max_sectors_kb of many disks: 512 KiB are written at once at most. */
  private static final int MOST_PAGES = 128;

  private static final int KEY_BITS = 40;

  private final PageCache cache;
  private final HostDisk disk;
  private final long id;
  private final TreeMap<Long, Page> dirty = new TreeMap<>();
  private final Barriers barriers = new Barriers(this::flushDisk);
  private long cursor;

  /** A flush, and the thread that asked for it. */
  private record Flush(ExecutionContext thread, DiskRequest request) {}

  CachedFile(PageCache cache, HostDisk disk, long id) {
    this.cache = cache;
    this.disk = disk;
    this.id = id;
  }

  /** Its size: that of the disk. */
  public long bytes() {
    return disk.bytes();
  }

  Long key(long number) {
    return id << KEY_BITS | number;
  }

  /** A thread asks, and pays; the request is told when it is done. */
  public void submit(ExecutionContext thread, DiskRequest request) {
    if (request.offset() < 0 || request.offset() > bytes() - request.bytes()) {
      request.fail();
      return;
    }
    switch (request.operation()) {
      case READ -> withPages(thread, request, false, () -> copy(thread, request, request::done));
      case WRITE ->
          withPages(thread, request, true, () -> copy(thread, request, () -> written(request)));
      case FLUSH -> {
        writeAll();
        barriers.flush(new DiskRequest((k, a, r) -> {}, 0).note(0, new Flush(thread, request)));
      }
    }
  }

  private static long first(DiskRequest request) {
    return request.offset() / Page.BYTES;
  }

  private static long last(DiskRequest request) {
    return (request.offset() + request.bytes() - 1) / Page.BYTES;
  }

  /** Goes on when the pages are in memory that must be; of a write those that it writes in part. */
  private void withPages(
      ExecutionContext thread, DiskRequest request, boolean write, Runnable then) {
    long from = Long.MAX_VALUE;
    long to = -1;
    long missing = 0;
    for (long page = first(request); page <= last(request); page++) {
      boolean whole =
          page * Page.BYTES >= request.offset()
              && (page + 1) * Page.BYTES <= request.offset() + request.bytes();
      if (!cache.has(this, page) && !(write && whole)) {
        from = Math.min(from, page);
        to = page;
        missing++;
      }
    }
    if (!write) {
      cache.count(last(request) - first(request) + 1 - missing, missing);
    }
    if (missing == 0) {
      then.run();
    } else {
      read(thread, from, to, then);
    }
  }

  private void read(ExecutionContext thread, long from, long to, Runnable then) {
    ask(
        thread,
        Operation.READ,
        from * Page.BYTES,
        (to - from + 1) * Page.BYTES,
        () -> {
          for (long page = from; page <= to; page++) {
            cache.enter(this, page);
          }
          then.run();
        });
  }

  private void ask(
      ExecutionContext thread, Operation operation, long offset, long length, Runnable then) {
    DiskRequest own = new DiskRequest((k, a, r) -> then.run(), 0);
    long inside = Math.min(length, disk.bytes() - offset);
    disk.submit(thread, own.ask(operation, offset, inside), (k, a, r) -> {}, 0, 0);
  }

  private void copy(ExecutionContext thread, DiskRequest request, Runnable then) {
    thread.execute(
        cache.cycles(request.bytes()), (k, a, r) -> then.run(), 0, 0, Simulation.NO_REFERENCE);
  }

  private void written(DiskRequest request) {
    int count = 0;
    for (long number = first(request); number <= last(request); number++) {
      Page page = cache.enter(this, number);
      if (!page.dirty) {
        page.dirty = true;
        page.dirtyNs = cache.simulation().now();
        dirty.put(number, page);
        count++;
      }
    }
    cache.dirtied(count);
    cache.balance(request::done);
  }

  // Writing back.

  private void writeAll() {
    boolean more = true;
    while (more) {
      more = writeSome(() -> {});
    }
  }

  void writeOlderThan(long ns) {
    List<Page> old = new ArrayList<>();
    for (Page page : dirty.values()) {
      if (page.dirtyNs <= ns) {
        old.add(page);
      }
    }
    for (Page page : old) {
      if (page.dirty) {
        cursor = page.number;
        writeSome(() -> {});
      }
    }
  }

  /** Writes neighbours that wait, from where it was last; returns whether any did. */
  boolean writeSome(Runnable whenWritten) {
    Map.Entry<Long, Page> at = dirty.ceilingEntry(cursor);
    if (at == null) {
      at = dirty.firstEntry();
    }
    if (at == null) {
      return false;
    }
    List<Page> run = new ArrayList<>();
    long number = at.getKey();
    while (run.size() < MOST_PAGES && dirty.containsKey(number)) {
      Page page = dirty.remove(number);
      page.dirty = false;
      page.written = true;
      run.add(page);
      number++;
    }
    cursor = number;
    write(run, whenWritten);
    return true;
  }

  private void write(List<Page> run, Runnable whenWritten) {
    Barriers.Epoch epoch = barriers.open();
    cache.writing(run.size());
    long offset = run.get(0).number * Page.BYTES;
    ask(
        cache.flusher(),
        Operation.WRITE,
        offset,
        (long) run.size() * Page.BYTES,
        () -> {
          run.forEach(page -> page.written = false);
          cache.cleaned(run.size());
          barriers.stored(epoch);
          whenWritten.run();
        });
  }

  /** All that waited has been written: the disk makes it safe, as the thread asks. */
  private void flushDisk(DiskRequest marker) {
    Flush flush = (Flush) marker.reference();
    ask(flush.thread(), Operation.FLUSH, 0, 0, flush.request()::done);
  }
}
