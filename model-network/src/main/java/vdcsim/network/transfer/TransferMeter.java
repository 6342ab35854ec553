package vdcsim.network.transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;
import vdcsim.network.flow.Obstacle;
import vdcsim.network.flow.Transfer;
import vdcsim.network.flow.TransferListener;

/** What the transfers of one workload have delivered, and what befell them. */
final class TransferMeter implements TransferListener {
  private final Simulation simulation;
  private final Counter begun;
  private final Counter completed;
  private final Counter abandoned;
  private final Counter delivered;
  private final Counter reroutes;
  private final Counter stalls;
  private final Map<Obstacle, Counter> stallsBy = new TreeMap<>();
  private final Tally completionTime;
  private final Tally goodput;
  private final Tally stallTime;
  private final TimeWeighted active;
  private final Optional<Series> course;

  /** What each running transfer had delivered when it was last looked at. */
  private final Map<Transfer, Long> credited = new TreeMap<>();

  private long offered;
  private long givenUp;
  private long lastCompletionNs = -1;
  private long sampled;

  TransferMeter(String name, boolean sampled, Simulation simulation) {
    this.simulation = simulation;
    Metrics metrics = simulation.metrics();
    this.begun = metrics.counter(name + ".begun", Unit.COUNT);
    this.completed = metrics.counter(name + ".completed", Unit.COUNT);
    this.abandoned = metrics.counter(name + ".abandoned", Unit.COUNT);
    this.delivered = metrics.counter(name + ".delivered-bytes", Unit.BYTES);
    this.reroutes = metrics.counter(name + ".reroutes", Unit.COUNT);
    this.stalls = metrics.counter(name + ".stalls", Unit.COUNT);
    for (Obstacle obstacle : Obstacle.values()) {
      stallsBy.put(obstacle, metrics.counter(name + ".stalls-" + obstacle.word(), Unit.COUNT));
    }
    this.completionTime = metrics.tally(name + ".completion-time", Unit.NANOSECONDS);
    this.goodput = metrics.tally(name + ".goodput", Unit.BITS_PER_SECOND);
    this.stallTime = metrics.tally(name + ".stall-time", Unit.NANOSECONDS);
    this.active = metrics.timeWeighted(name + ".active", Unit.COUNT);
    this.course =
        sampled
            ? Optional.of(metrics.series(name + ".throughput-course", Unit.BITS_PER_SECOND))
            : Optional.empty();
    metrics.rate(name + ".throughput", Unit.BITS_PER_SECOND, () -> delivered.value() * 8.0);
    metrics.figure(name + ".last-completion", Unit.NANOSECONDS, this::lastCompletion);
    metrics.beforeReading(this::credit);
    holdBytes(name);
  }

  private double lastCompletion() {
    return lastCompletionNs < 0 ? Double.NaN : lastCompletionNs;
  }

  /** What was to be carried was delivered, was given up, or is still to come. */
  private void holdBytes(String name) {
    simulation
        .conservation()
        .balance(
            "bytes of " + name,
            List.of(Conservation.term("offered", () -> offered)),
            List.of(
                Conservation.term("delivered", delivered::total),
                Conservation.term("given up", () -> givenUp),
                Conservation.term("to come", this::toCome)));
  }

  private long toCome() {
    long bytes = 0;
    for (Map.Entry<Transfer, Long> entry : credited.entrySet()) {
      bytes += entry.getKey().order().bytes() - entry.getValue();
    }
    return bytes;
  }

  void began(Transfer transfer) {
    begun.increment();
    offered += transfer.order().bytes();
    credited.put(transfer, 0L);
    active.add(1);
  }

  /** Brings the count of delivered bytes up to the present instant. */
  void credit() {
    credited.replaceAll(this::credit);
  }

  private long credit(Transfer transfer, long before) {
    long now = Math.max(before, transfer.delivered());
    delivered.add(now - before);
    return now;
  }

  private void end(Transfer transfer) {
    long all = credit(transfer, credited.remove(transfer));
    givenUp += transfer.order().bytes() - all;
    active.add(-1);
  }

  @Override
  public void completed(Transfer transfer) {
    end(transfer);
    completed.increment();
    long tookNs = simulation.now() - transfer.startNs();
    completionTime.record(tookNs);
    if (tookNs > 0) {
      goodput.record(StrictMath.round(transfer.order().bytes() * 8e9 / tookNs));
    }
    lastCompletionNs = simulation.now();
  }

  @Override
  public void abandoned(Transfer transfer) {
    end(transfer);
    abandoned.increment();
  }

  @Override
  public void stalled(Transfer transfer, Obstacle reason) {
    stalls.increment();
    stallsBy.get(reason).increment();
  }

  @Override
  public void resumed(Transfer transfer, long stalledNs) {
    stallTime.record(stalledNs);
  }

  @Override
  public void rerouted(Transfer transfer) {
    reroutes.increment();
  }

  /** Records the throughput over the span that ends now. */
  void sample(double spanNs) {
    credit();
    course.ifPresent(series -> series.record((delivered.total() - sampled) * 8e9 / spanNs));
    sampled = delivered.total();
  }
}
