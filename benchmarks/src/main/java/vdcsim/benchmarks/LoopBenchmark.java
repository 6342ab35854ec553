package vdcsim.benchmarks;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;

/**
 * The whole loop: an event is taken, goes into the digest, and its handler, one of four, schedules
 * the next. One operation is one event.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(LoopBenchmark.EVENTS)
public class LoopBenchmark {
  static final int EVENTS = 1000;

  /** How many entities there are, each with one pending event. */
  @State(Scope.Thread)
  public static class Load {
    @Param({"100", "1000", "10000", "1000000"})
    int pending;

    final Increments delays = Increments.exponential();
  }

  /** The kernel. */
  @State(Scope.Thread)
  public static class Kernel {
    private final Simulation simulation = new Simulation(1, 0);
    private int left;

    @Setup
    public void fill(Load load) {
      EventHandler[] handlers = {
        new First(this, load), new Second(this, load), new Third(this, load), new Fourth(this, load)
      };
      for (int i = 0; i < load.pending; i++) {
        simulation.schedule(load.delays.next(), handlers[i & 3], i, i, Simulation.NO_REFERENCE);
      }
    }

    private void again(EventHandler handler, Load load, int kind, long argument, Object reference) {
      if (--left == 0) {
        simulation.stop();
      }
      simulation.schedule(load.delays.next(), handler, kind, argument, reference);
    }
  }

  private record First(Kernel kernel, Load load) implements EventHandler {
    @Override
    public void handle(int kind, long argument, Object reference) {
      kernel.again(this, load, kind, argument + 1, reference);
    }
  }

  private record Second(Kernel kernel, Load load) implements EventHandler {
    @Override
    public void handle(int kind, long argument, Object reference) {
      kernel.again(this, load, kind, argument + 2, reference);
    }
  }

  private record Third(Kernel kernel, Load load) implements EventHandler {
    @Override
    public void handle(int kind, long argument, Object reference) {
      kernel.again(this, load, kind, argument + 3, reference);
    }
  }

  private record Fourth(Kernel kernel, Load load) implements EventHandler {
    @Override
    public void handle(int kind, long argument, Object reference) {
      kernel.again(this, load, kind, argument + 4, reference);
    }
  }

  @Benchmark
  public long kernel(Kernel kernel) {
    kernel.left = EVENTS;
    kernel.simulation.run(Long.MAX_VALUE);
    return kernel.simulation.digest();
  }

  /** What one writes first: a priority queue of objects, each with a lambda. */
  @State(Scope.Thread)
  public static class Plain {
    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private long now;
    private long sequence;
    private long digest;

    private record Event(long timeNs, long sequence, Runnable action) implements Comparable<Event> {
      @Override
      public int compareTo(Event other) {
        return timeNs != other.timeNs
            ? Long.compare(timeNs, other.timeNs)
            : Long.compare(sequence, other.sequence);
      }
    }

    @Setup
    public void fill(Load load) {
      for (int i = 0; i < load.pending; i++) {
        again(load, i, i);
      }
    }

    private void again(Load load, int kind, long argument) {
      long time = now + load.delays.next();
      Runnable action =
          switch (kind & 3) {
            case 0 -> () -> again(load, kind, argument + 1);
            case 1 -> () -> again(load, kind, argument + 2);
            case 2 -> () -> again(load, kind, argument + 3);
            default -> () -> again(load, kind, argument + 4);
          };
      queue.add(new Event(time, sequence++, action));
    }

    private void run() {
      for (int i = 0; i < EVENTS; i++) {
        Event event = queue.remove();
        now = event.timeNs;
        digest = mix(digest ^ mix(now ^ event.sequence * 0x9E3779B97F4A7C15L));
        event.action.run();
      }
    }

    private static long mix(long z) {
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }

  @Benchmark
  public long priorityQueueOfLambdas(Plain plain) {
    plain.run();
    return plain.digest;
  }
}
