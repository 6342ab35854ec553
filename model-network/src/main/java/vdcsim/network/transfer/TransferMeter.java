package vdcsim.network.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;

/** What the transfers of one workload have delivered, and what befell them. */
final class TransferMeter {
  private final Simulation simulation;
  private final Counter begun;
  private final Counter completed;
  private final Counter abandoned;
  private final Counter delivered;
  private final Tally completionTime;
  private final Tally goodput;
  private final TimeWeighted active;
  private final Optional<Series> course;

  /** What each running transfer had delivered when it was last looked at. */
  private final Map<Carriage, Long> credited = new LinkedHashMap<>();

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
    this.completionTime = metrics.tally(name + ".completion-time", Unit.NANOSECONDS);
    this.goodput = metrics.tally(name + ".goodput", Unit.BITS_PER_SECOND);
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
    for (Map.Entry<Carriage, Long> entry : credited.entrySet()) {
      bytes += entry.getKey().bytes() - entry.getValue();
    }
    return bytes;
  }

  void began(Carriage transfer) {
    begun.increment();
    offered += transfer.bytes();
    credited.put(transfer, 0L);
    active.add(1);
  }

  /** Brings the count of delivered bytes up to the present instant. */
  void credit() {
    credited.replaceAll(this::credit);
  }

  private long credit(Carriage transfer, long before) {
    long now = Math.max(before, transfer.delivered());
    delivered.add(now - before);
    return now;
  }

  private void end(Carriage transfer) {
    long all = credit(transfer, credited.remove(transfer));
    givenUp += transfer.bytes() - all;
    active.add(-1);
  }

  /** The last byte has arrived. */
  void completed(Carriage transfer) {
    end(transfer);
    completed.increment();
    long tookNs = simulation.now() - transfer.startNs();
    completionTime.record(tookNs);
    if (tookNs > 0) {
      goodput.record(StrictMath.round(transfer.bytes() * 8e9 / tookNs));
    }
    lastCompletionNs = simulation.now();
  }

  /** It got no answer for too long. */
  void abandoned(Carriage transfer) {
    end(transfer);
    abandoned.increment();
  }

  /** Records the throughput over the span that ends now. */
  void sample(double spanNs) {
    credit();
    course.ifPresent(series -> series.record((delivered.total() - sampled) * 8e9 / spanNs));
    sampled = delivered.total();
  }
}
