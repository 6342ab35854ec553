package vdcsim.kernel;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.cloudsimplus.core.events.CloudSimEvent;
import org.cloudsimplus.core.events.FutureQueue;
import org.cloudsimplus.core.events.SimEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vdcsim.benchmarks.Increments;

/** The hold model: take the earliest event, insert one; the number pending stays the same. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HoldBenchmark {
  private static final EventHandler HANDLER = (kind, argument, reference) -> {};

  /** How many events are pending, and how far ahead they lie. */
  @State(Scope.Thread)
  public static class Load {
    @Param({"100", "10000", "1000000"})
    int pending;

    @Param({"exponential", "bimodal"})
    String increments;

    Increments delays;

    @Setup
    public void prepare() {
      delays = increments.equals("bimodal") ? Increments.bimodal() : Increments.exponential();
    }
  }

  /** The kernel's queue. */
  @State(Scope.Thread)
  public static class Ladder {
    private final LadderQueue queue = new LadderQueue();

    @Setup
    public void fill(Load load) {
      for (int i = 0; i < load.pending; i++) {
        queue.insert(load.delays.next(), 0, HANDLER, i, i, Simulation.NO_REFERENCE);
      }
    }
  }

  @Benchmark
  public long ladder(Load load, Ladder ladder) {
    LadderQueue queue = ladder.queue;
    queue.next(Long.MAX_VALUE);
    return queue.insert(
        queue.timeNs() + load.delays.next(),
        0,
        queue.handler(),
        queue.kind(),
        queue.argument(),
        queue.reference());
  }

  /** The 4-ary heap over arrays that the ladder queue replaced. */
  @State(Scope.Thread)
  public static class Heap {
    private final HeapQueue queue = new HeapQueue();

    @Setup
    public void fill(Load load) {
      for (int i = 0; i < load.pending; i++) {
        queue.insert(load.delays.next(), 0, HANDLER, i, i, Simulation.NO_REFERENCE);
      }
    }
  }

  @Benchmark
  public long arrayHeap(Load load, Heap heap) {
    HeapQueue queue = heap.queue;
    queue.next(Long.MAX_VALUE);
    return queue.insert(
        queue.timeNs() + load.delays.next(),
        0,
        queue.handler(),
        queue.kind(),
        queue.argument(),
        queue.reference());
  }

  private record Event(long timeNs, long sequence, EventHandler handler)
      implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return timeNs != other.timeNs
          ? Long.compare(timeNs, other.timeNs)
          : Long.compare(sequence, other.sequence);
    }
  }

  /** An object for each event. */
  @State(Scope.Thread)
  public static class Objects {
    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private long sequence;

    @Setup
    public void fill(Load load) {
      for (int i = 0; i < load.pending; i++) {
        queue.add(new Event(load.delays.next(), sequence++, HANDLER));
      }
    }
  }

  @Benchmark
  public boolean priorityQueue(Load load, Objects objects) {
    Event first = objects.queue.remove();
    return objects.queue.add(
        new Event(first.timeNs + load.delays.next(), objects.sequence++, first.handler));
  }

  /** CloudSim Plus. */
  @State(Scope.Thread)
  public static class Future {
    private final FutureQueue queue = new FutureQueue();

    @Setup
    public void fill(Load load) {
      for (int i = 0; i < load.pending; i++) {
        queue.addEvent(event((double) load.delays.next()));
      }
    }

    static SimEvent event(double time) {
      return new CloudSimEvent(SimEvent.Type.SEND, time, org.cloudsimplus.core.SimEntity.NULL);
    }
  }

  @Benchmark
  public void cloudSimPlusFutureQueue(Load load, Future future) {
    SimEvent first = future.queue.first();
    future.queue.remove(first);
    future.queue.addEvent(Future.event(first.getTime() + (double) load.delays.next()));
  }
}
