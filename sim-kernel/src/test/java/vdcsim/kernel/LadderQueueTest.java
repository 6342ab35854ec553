package vdcsim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the queue against a sorted map, over random operations. */
class LadderQueueTest {
  private static final EventHandler HANDLER = (kind, argument, reference) -> {};

  private final LadderQueue queue = new LadderQueue();
  private final TreeMap<Key, Expected> oracle = new TreeMap<>();
  private final List<Expected> all = new ArrayList<>();
  private long sequence;
  private long now;

  private record Key(long time, int priority, long sequence) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      if (time != other.time) {
        return Long.compare(time, other.time);
      }
      return priority != other.priority
          ? Integer.compare(priority, other.priority)
          : Long.compare(sequence, other.sequence);
    }
  }

  private static final class Expected {
    private final long handle;
    private final long argument;
    private Key key;

    Expected(long handle, long argument, Key key) {
      this.handle = handle;
      this.argument = argument;
      this.key = key;
    }
  }

  @ParameterizedTest(name = "{0} increments, {1} pending, {2} % cancelled")
  @CsvSource({
    "ties, 5, 0",
    "ties, 300, 50",
    "ties, 5000, 90",
    "exponential, 3, 50",
    "exponential, 300, 0",
    "exponential, 5000, 50",
    "exponential, 5000, 90",
    "bimodal, 300, 50",
    "bimodal, 5000, 0",
    "bimodal, 5000, 90",
    "far, 300, 50",
    "far, 3000, 0",
    "mixed, 40, 50",
    "mixed, 2000, 0",
    "mixed, 2000, 50",
    "mixed, 2000, 90",
  })
  void givesTheOrderOfASortedMap(String increments, int pending, int cancelled) {
    for (int seed = 1; seed <= 3; seed++) {
      UniformRandomProvider random = new XoShiRo256PlusPlus(seed, pending, cancelled, 7);
      LongSupplier delays = delays(increments, random);
      for (int operation = 0; operation < 8_000; operation++) {
        operate(random, delays, pending, cancelled);
      }
      while (!oracle.isEmpty()) {
        takeOne();
      }
      assertThat(queue.next(Long.MAX_VALUE)).isFalse();
      assertThat(queue.size()).isZero();
    }
  }

  private void operate(
      UniformRandomProvider random, LongSupplier delays, int pending, int cancelled) {
    if (oracle.size() < pending && random.nextInt(8) > 0) {
      insert(delays.getAsLong(), random.nextInt(4) == 0 ? random.nextInt(256) - 128 : 0);
    } else if (!all.isEmpty() && random.nextInt(100) < cancelled) {
      Expected any = all.get(random.nextInt(all.size()));
      if (random.nextBoolean()) {
        cancel(any);
      } else {
        reschedule(any, delays.getAsLong());
      }
    } else if (random.nextInt(16) == 0) {
      peek(delays.getAsLong());
    } else {
      takeOne();
    }
    if (queue.size() != oracle.size()) {
      throw new AssertionError(queue.size() + " pending, should be " + oracle.size());
    }
  }

  private static LongSupplier delays(String name, UniformRandomProvider random) {
    LongSupplier exponential = () -> (long) (-1e6 * StrictMath.log(1 - random.nextDouble()));
    LongSupplier bimodal =
        () -> random.nextInt(10) == 0 ? exponential.getAsLong() * 1000 : random.nextInt(50);
    LongSupplier far = () -> random.nextLong() >>> (2 + random.nextInt(60));
    return switch (name) {
      case "ties" -> () -> random.nextInt(3);
      case "exponential" -> exponential;
      case "bimodal" -> bimodal;
      case "far" -> far;
      default -> {
        List<LongSupplier> all =
            List.of(() -> 0, () -> random.nextInt(3), exponential, bimodal, far);
        yield () -> all.get(random.nextInt(all.size())).getAsLong();
      }
    };
  }

  private void insert(long delay, int priority) {
    long time = after(delay);
    long argument = all.size();
    long handle = queue.insert(time, priority, HANDLER, (int) argument * 3, argument, argument);
    Expected event = new Expected(handle, argument, new Key(time, priority, sequence++));
    oracle.put(event.key, event);
    all.add(event);
  }

  private long after(long delay) {
    return now + delay < 0 ? Long.MAX_VALUE : now + delay;
  }

  private void cancel(Expected event) {
    boolean pending = oracle.remove(event.key, event);
    assertThat(queue.isPending(event.handle)).isEqualTo(pending);
    assertThat(queue.cancel(event.handle)).isEqualTo(pending);
  }

  private void reschedule(Expected event, long delay) {
    long time = after(delay);
    boolean pending = oracle.remove(event.key, event);
    assertThat(queue.reschedule(event.handle, time)).isEqualTo(pending);
    if (pending) {
      event.key = new Key(time, event.key.priority, sequence++);
      oracle.put(event.key, event);
    }
  }

  /** A run may end before the next event; the clock then lags behind the sorted bucket. */
  private void peek(long delay) {
    long until = after(delay);
    while (!oracle.isEmpty() && oracle.firstKey().time <= until) {
      takeOne();
    }
    assertThat(queue.next(until)).isFalse();
    now = until == Long.MAX_VALUE ? now : until;
  }

  private void takeOne() {
    if (oracle.isEmpty()) {
      assertThat(queue.next(Long.MAX_VALUE)).isFalse();
      return;
    }
    Expected event = oracle.pollFirstEntry().getValue();
    boolean same =
        !queue.next(event.key.time - 1)
            && queue.next(event.key.time)
            && queue.timeNs() == event.key.time
            && queue.priority() == event.key.priority
            && queue.argument() == event.argument
            && queue.kind() == (int) event.argument * 3
            && queue.reference().equals(event.argument)
            && !queue.isPending(event.handle);
    if (!same) {
      throw new AssertionError(
          event.key + " was to come, came " + queue.timeNs() + " " + queue.argument());
    }
    now = event.key.time;
  }
}
