package vdcsim.hardware.fio;

import java.util.ArrayDeque;
import java.util.Deque;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.BlockDevice;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.random.RandomStream;

/** A thread that has its requests under way, and asks for the next as one is done. */
final class Job implements EventHandler {
  private static final int PREPARED = 0;
  private static final int SUBMITTED = 1;
  private static final int DONE = 2;
  private static final int SYNC_STEP = 3;

  private final Simulation simulation;
  private final Fio fio;
  private final FioSpec spec;
  private final BlockDevice device;
  private final String name;
  private final int index;
  private final RandomStream random;
  private final long blocks;
  private ExecutionContext thread = ExecutionContext.FREE;
  private long block;
  private long made;
  private final Sync sync;
  private final Deque<DiskRequest> held = new ArrayDeque<>();
  private int unsafe;
  private boolean syncing;
  private long syncNs;

  Job(Fio fio, FioSpec spec, BlockDevice device, String name, int index, Simulation simulation) {
    this.simulation = simulation;
    this.fio = fio;
    this.spec = spec;
    this.device = device;
    this.name = name + "." + index;
    this.index = index;
    this.random = simulation.random().stream(this.name + ".places");
    long bytes = spec.region().map(r -> r.bytes()).orElse(device.bytes());
    this.blocks = bytes / spec.block().bytes();
    // Jobs that go through a disk in order begin at places of their own.
    this.block = blocks / spec.jobs() * index;
    this.sync = new Sync(spec.journal(), device.bytes(), new DiskRequest(this, SYNC_STEP));
  }

  void begin() {
    thread = device.thread(name, index);
    for (int i = 0; i < spec.depth(); i++) {
      next(new DiskRequest(this, DONE));
    }
  }

  private void next(DiskRequest request) {
    if (spec.count().isPresent() && made >= spec.count().get()) {
      return;
    } else if (syncing) {
      held.addLast(request);
      return;
    } else if (spec.syncEvery().isPresent() && unsafe >= spec.syncEvery().get()) {
      held.addLast(request);
      beginSync();
      return;
    }
    made++;
    thread.execute(spec.cycles(), this, PREPARED, 0, request);
  }

  /** The thread waits in the call, while what is under way goes on. */
  private void beginSync() {
    syncing = true;
    unsafe = 0;
    syncNs = simulation.now();
    sync.begin();
    device.submit(thread, sync.next(), this, SUBMITTED, 0);
  }

  private void syncStep() {
    if (sync.hasNext()) {
      device.submit(thread, sync.next(), this, SUBMITTED, 0);
      return;
    }
    fio.synced(simulation.now() - syncNs);
    syncing = false;
    int count = held.size();
    for (int i = 0; i < count; i++) {
      next(held.removeFirst());
    }
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case PREPARED -> {
        DiskRequest request = (DiskRequest) reference;
        request.ask(operation(), place() * spec.block().bytes(), spec.block().bytes());
        request.note(simulation.now());
        unsafe += request.operation() == Operation.WRITE ? 1 : 0;
        device.submit(thread, request, this, SUBMITTED, 0);
      }
      case DONE -> {
        DiskRequest request = (DiskRequest) reference;
        fio.done(request, simulation.now() - argument);
        next(request);
      }
      case SYNC_STEP -> syncStep();
      default -> {}
    }
  }

  private Operation operation() {
    return switch (spec.pattern()) {
      case READ, RANDOM_READ -> Operation.READ;
      case WRITE, RANDOM_WRITE -> Operation.WRITE;
      case RANDOM_MIXED ->
          random.nextDouble() < spec.reads().value() ? Operation.READ : Operation.WRITE;
    };
  }

  private long place() {
    if (spec.pattern().isRandom()) {
      return (long) (random.nextDouble() * blocks);
    }
    long place = block;
    block = (block + 1) % blocks;
    return place;
  }
}
