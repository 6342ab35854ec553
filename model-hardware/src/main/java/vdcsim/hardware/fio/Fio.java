package vdcsim.hardware.fio;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hardware.disk.BlockDevice;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.Operation;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * Jobs that keep a disk busy.
 *
 * <p>Metrics, below its name: {@code reads}, {@code writes}, {@code failed}, {@code
 * requests-per-second}, {@code read-rate} and {@code write-rate} in requests per second, {@code
 * throughput}, {@code syncs} that made writes safe and {@code sync-latency} of them, {@code
 * latency} from handing a request to the kernel until it is back, {@code read-latency} and {@code
 * write-latency} of each.
 */
public final class Fio {
  private final Counter reads;
  private final Counter writes;
  private final Counter failed;
  private final Counter bytes;
  private final Counter syncs;
  private final Tally syncLatency;
  private final Tally latency;
  private final Tally readLatency;
  private final Tally writeLatency;
  private final List<Job> jobs = new ArrayList<>();

  private Fio(String name, FioSpec spec, BlockDevice device, Simulation simulation) {
    Metrics metrics = simulation.metrics();
    this.reads = metrics.counter(name + ".reads", Unit.COUNT);
    this.writes = metrics.counter(name + ".writes", Unit.COUNT);
    this.failed = metrics.counter(name + ".failed", Unit.COUNT);
    this.bytes = metrics.counter(name + ".bytes", Unit.BYTES);
    this.syncs = metrics.counter(name + ".syncs", Unit.COUNT);
    this.syncLatency = metrics.tally(name + ".sync-latency", Unit.NANOSECONDS);
    this.latency = metrics.tally(name + ".latency", Unit.NANOSECONDS);
    this.readLatency = metrics.tally(name + ".read-latency", Unit.NANOSECONDS);
    this.writeLatency = metrics.tally(name + ".write-latency", Unit.NANOSECONDS);
    metrics.rate(
        name + ".requests-per-second", Unit.PER_SECOND, () -> reads.value() + writes.value());
    metrics.rate(name + ".read-rate", Unit.PER_SECOND, reads::value);
    metrics.rate(name + ".write-rate", Unit.PER_SECOND, writes::value);
    metrics.rate(name + ".throughput", Unit.BITS_PER_SECOND, () -> 8.0 * bytes.value());
    for (int i = 0; i < spec.jobs(); i++) {
      jobs.add(new Job(this, spec, device, name, i, simulation));
    }
  }

  /** Makes the jobs; they begin at their start. */
  public static Wiring make(String name, FioSpec spec, World world) {
    return () -> {
      String disk = spec.on() + "." + spec.disk();
      BlockDevice device = world.require("disk", disk, BlockDevice.class, "disk");
      if (spec.region().isPresent() && spec.region().get().bytes() > device.bytes()) {
        throw new Refusal(
            "region", "'%s' has %d B, less than the region".formatted(disk, device.bytes()));
      }
      Fio made = new Fio(name, spec, device, world.simulation());
      world.add(name, made);
      world.simulation().schedule(spec.start().toNanos(), () -> made.jobs.forEach(Job::begin));
    };
  }

  void synced(long ns) {
    syncs.increment();
    syncLatency.record(ns);
  }

  void done(DiskRequest request, long ns) {
    if (request.failed()) {
      failed.increment();
      return;
    }
    boolean read = request.operation() == Operation.READ;
    (read ? reads : writes).increment();
    (read ? readLatency : writeLatency).record(ns);
    latency.record(ns);
    bytes.add(request.bytes());
  }
}
