package vdcsim.hardware.fio;

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
    }
    made++;
    thread.execute(spec.cycles(), this, PREPARED, 0, request);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case PREPARED -> {
        DiskRequest request = (DiskRequest) reference;
        request.ask(operation(), place() * spec.block().bytes(), spec.block().bytes());
        request.note(simulation.now());
        device.submit(thread, request, this, SUBMITTED, 0);
      }
      case DONE -> {
        DiskRequest request = (DiskRequest) reference;
        fio.done(request, simulation.now() - argument);
        next(request);
      }
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
