package vdcsim.hypervisor.vdisk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntFunction;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Storage;
import vdcsim.hardware.disk.pagecache.CachedFile;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * A file in the page cache of the host as QEMU uses it: reads and writes of the cache are calls
 * that block, so that a pool of threads makes them, each one at a time (QEMU, util/thread-pool.c).
 */
final class PooledFile implements Storage, EventHandler {
  private final CachedFile file;
  private final IntFunction<Task> maker;
  private final int most;
  private final Deque<Worker> idle = new ArrayDeque<>();
  private final Deque<DiskRequest> waiting = new ArrayDeque<>();
  private final Deque<Task> tasks = new ArrayDeque<>();

  /**
   * A file.
   *
   * @param most how many threads there are at most
   * @param maker makes one of them
   */
  PooledFile(CachedFile file, int most, IntFunction<Task> maker) {
    this.file = file;
    this.most = most;
    this.maker = maker;
  }

  private final class Worker {
    private final Task task;
    private final DiskRequest own = new DiskRequest(PooledFile.this, 0);
    private DiskRequest serves = own;

    Worker(Task task) {
      this.task = task;
      tasks.addLast(task);
    }

    void serve(DiskRequest request) {
      serves = request;
      own.ask(request.operation(), request.offset(), request.bytes()).note(0, this);
      task.execute(0, (k, a, r) -> file.submit(task, own), 0, 0, Simulation.NO_REFERENCE);
    }
  }

  /** How long its threads ran. */
  long ranNs() {
    return tasks.stream().mapToLong(Task::ranNs).sum();
  }

  @Override
  public long bytes() {
    return file.bytes();
  }

  @Override
  public void submit(DiskRequest request) {
    if (!idle.isEmpty()) {
      idle.removeLast().serve(request);
    } else if (tasks.size() < most) {
      new Worker(maker.apply(tasks.size())).serve(request);
    } else {
      waiting.addLast(request);
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    DiskRequest own = (DiskRequest) reference;
    Worker worker = (Worker) own.reference();
    DiskRequest served = worker.serves;
    boolean failed = own.failed();
    if (waiting.isEmpty()) {
      idle.addLast(worker);
    } else {
      worker.serve(waiting.removeFirst());
    }
    if (failed) {
      served.fail();
    } else {
      served.done();
    }
  }
}
