package vdcsim.hardware.disk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vdcsim.hardware.pci.PcieLink;
import vdcsim.hardware.pci.PcieSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;

/**
 * A disk: it takes as many requests at once as its queue holds, the others wait before it.
 *
 * <p>Metrics, below its name: {@code reads}, {@code writes}, {@code flushes}, {@code read-bytes},
 * {@code written-bytes}, {@code requests-per-second}, {@code response-time} from a request's coming
 * to its end, {@code under-way}, {@code failed} for those beyond its end.
 */
public final class Disk implements Storage {
  private static final PcieSpec FOUR_LANES = PcieSpec.of(3, 4);

  private final Simulation simulation;
  private final String name;
  private final DiskSpec spec;
  private final Drive drive;
  private final Deque<DiskRequest> waiting = new ArrayDeque<>();
  private int atOnce;
  private final Counter reads;
  private final Counter writes;
  private final Counter flushes;
  private final Counter readBytes;
  private final Counter writtenBytes;
  private final Counter failed;
  private final Tally responseTime;
  private final TimeWeighted underWay;
  private long asked;

  /** A disk of this name. */
  public Disk(Simulation simulation, String name, DiskSpec spec) {
    this.simulation = simulation;
    this.name = name;
    this.spec = spec;
    this.drive = drive();
    Metrics metrics = simulation.metrics();
    this.reads = metrics.counter(name + ".reads", Unit.COUNT);
    this.writes = metrics.counter(name + ".writes", Unit.COUNT);
    this.flushes = metrics.counter(name + ".flushes", Unit.COUNT);
    this.readBytes = metrics.counter(name + ".read-bytes", Unit.BYTES);
    this.writtenBytes = metrics.counter(name + ".written-bytes", Unit.BYTES);
    this.failed = metrics.counter(name + ".failed", Unit.COUNT);
    this.responseTime = metrics.tally(name + ".response-time", Unit.NANOSECONDS);
    this.underWay = metrics.timeWeighted(name + ".under-way", Unit.COUNT);
    metrics.rate(
        name + ".requests-per-second", Unit.PER_SECOND, () -> reads.value() + writes.value());
    simulation
        .conservation()
        .balance(
            "requests to " + name,
            List.of(Conservation.term("asked", () -> asked)),
            List.of(
                Conservation.term("read", reads::total),
                Conservation.term("written", writes::total),
                Conservation.term("flushed", flushes::total),
                Conservation.term("failed", failed::total),
                Conservation.term("waiting", waiting::size),
                Conservation.term("in the disk", () -> atOnce)));
  }

  private Drive drive() {
    FlashSpec flash = spec.flash().orElse(FlashSpec.UNSAID);
    return switch (spec.type()) {
      case HDD ->
          new Hdd(
              simulation,
              this,
              spec.size().bytes(),
              spec.mechanics().orElse(MechanicsSpec.UNSAID),
              new SataLink(simulation));
      case SSD -> new Flash(simulation, this, flash, new SataLink(simulation));
      case NVME -> {
        PcieLink pcie = new PcieLink(simulation, spec.pcie().orElse(FOUR_LANES));
        yield new Flash(simulation, this, flash, new NvmeLink(pcie));
      }
    };
  }

  /** Its name, with that of its host. */
  public String name() {
    return name;
  }

  /** What the scenario says about it. */
  public DiskSpec spec() {
    return spec;
  }

  @Override
  public long bytes() {
    return spec.size().bytes();
  }

  @Override
  public void submit(DiskRequest request) {
    asked++;
    if (request.offset() < 0 || request.offset() > bytes() - request.bytes()) {
      failed.increment();
      request.fail();
      return;
    }
    request.asked(simulation.now());
    if (atOnce == spec.mostAtOnce()) {
      waiting.addLast(request);
    } else {
      begin(request);
    }
    underWay.set(waiting.size() + atOnce);
  }

  private void begin(DiskRequest request) {
    atOnce++;
    drive.begin(request);
  }

  /** The drive is done with a request. */
  void finished(DiskRequest request) {
    atOnce--;
    switch (request.operation()) {
      case READ -> {
        reads.increment();
        readBytes.add(request.bytes());
      }
      case WRITE -> {
        writes.increment();
        writtenBytes.add(request.bytes());
      }
      case FLUSH -> flushes.increment();
    }
    responseTime.record(simulation.now() - request.askedNs());
    if (!waiting.isEmpty()) {
      begin(waiting.removeFirst());
    }
    underWay.set(waiting.size() + atOnce);
    request.done();
  }
}
