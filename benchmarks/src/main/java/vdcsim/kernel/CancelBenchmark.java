package vdcsim.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vdcsim.benchmarks.Increments;

/**
 * Insertions of which a share is cancelled before its time, as time-outs are; and timers that are
 * restarted. One operation is one insertion with what becomes of it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class CancelBenchmark {
  private static final EventHandler HANDLER = (kind, argument, reference) -> {};

  /** Prime, so that the event to cancel is none of the latest. */
  private static final int PENDING = 10_007;

  @Param({"0", "50", "90"})
  int cancelledPercent;

  private final Increments delays = Increments.exponential();
  private final LadderQueue ladder = new LadderQueue();
  private final HeapQueue heap = new HeapQueue();
  private final long[] ladderHandles = new long[PENDING];
  private final long[] heapHandles = new long[PENDING];
  private int place;
  private int percent;

  @Setup
  public void fill() {
    for (int i = 0; i < PENDING; i++) {
      ladderHandles[i] = ladder.insert(delays.next(), 0, HANDLER, i, i, Simulation.NO_REFERENCE);
      heapHandles[i] = heap.insert(delays.next(), 0, HANDLER, i, i, Simulation.NO_REFERENCE);
    }
  }

  private boolean cancels() {
    place = (place + 1) % PENDING;
    percent = (percent + 37) % 100;
    return percent < cancelledPercent;
  }

  @Benchmark
  public long ladder() {
    int victim = place;
    if (!cancels() || !ladder.cancel(ladderHandles[victim])) {
      ladder.next(Long.MAX_VALUE);
      victim = ladder.kind();
    }
    long time = ladder.timeNs() + delays.next();
    ladderHandles[victim] = ladder.insert(time, 0, HANDLER, victim, 0, Simulation.NO_REFERENCE);
    return time;
  }

  @Benchmark
  public long arrayHeap() {
    int victim = place;
    if (!cancels() || !heap.cancel(heapHandles[victim])) {
      heap.next(Long.MAX_VALUE);
      victim = heap.kind();
    }
    long time = heap.timeNs() + delays.next();
    heapHandles[victim] = heap.insert(time, 0, HANDLER, victim, 0, Simulation.NO_REFERENCE);
    return time;
  }

  @Benchmark
  public boolean ladderReschedule() {
    place = (place + 1) % PENDING;
    return ladder.reschedule(ladderHandles[place], ladder.timeNs() + delays.next());
  }

  @Benchmark
  public boolean arrayHeapReschedule() {
    place = (place + 1) % PENDING;
    return heap.reschedule(heapHandles[place], heap.timeNs() + delays.next());
  }
}
