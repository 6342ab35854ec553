package vdcsim.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.metric.TimeWeighted;
import vdcsim.kernel.quantity.Unit;

/** One observation. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class MetricBenchmark {
  private long now;
  private final Increments values = Increments.exponential();
  private final Metrics metrics = new Metrics(() -> now);
  private final Counter counter = metrics.counter("counter", Unit.FRAMES);
  private final Tally tally = metrics.tally("tally", Unit.NANOSECONDS);
  private final TimeWeighted level = metrics.timeWeighted("level", Unit.FRAMES);

  @Benchmark
  public void counter() {
    counter.increment();
  }

  @Benchmark
  public void tally() {
    tally.record(values.next());
  }

  @Benchmark
  public void timeWeighted() {
    now++;
    level.set(now & 15);
  }
}
