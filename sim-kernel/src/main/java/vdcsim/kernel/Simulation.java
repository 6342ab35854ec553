package vdcsim.kernel;

import java.util.Objects;
import vdcsim.kernel.conservation.Conservation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.random.RandomStreams;
import vdcsim.kernel.table.Tables;

/**
 * One run: a clock in nanoseconds, the pending events, the random streams and the instruments.
 *
 * <p>Nothing in a run is static, so many run side by side. A run is single-threaded, and the same
 * seed and replication give the same events in the same order on any machine; {@link #digest()}
 * proves it.
 */
public final class Simulation {
  /** The reference of an event that needs none. */
  public static final Object NO_REFERENCE = new Object();

  /** The handle of no event: it is never pending. */
  public static final long NO_EVENT = 0;

  /** The priority of an event that does not care; lower runs first. */
  public static final int NORMAL_PRIORITY = 0;

  /** An odd number whose multiples spread over all 64 bits (2^64 over the golden ratio). */
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private final LadderQueue queue = new LadderQueue();
  private final RandomStreams random;
  private final Metrics metrics = new Metrics(this::now);
  private final Conservation conservation = new Conservation();
  private final Tables tables = new Tables();
  private final Clock clock = new Clock(this);
  private long nowNs;
  private long events;
  private long digest = GOLDEN_RATIO;
  private boolean running;
  private boolean stopped;
  private boolean observed;
  private EventObserver observer = (time, priority, handler, kind, argument, reference) -> {};

  /** A run whose random streams follow from {@code seed} and {@code replication}. */
  public Simulation(long seed, int replication) {
    this.random = new RandomStreams(seed, replication);
  }

  /** The clock of machines that never stand still; it is never halted. */
  Clock clock() {
    return clock;
  }

  /** The present instant, in nanoseconds since the start. */
  public long now() {
    return nowNs;
  }

  /**
   * Runs {@code action} after {@code delayNs}. For control planes; it costs an object. Returns a
   * handle for {@link #cancel}.
   */
  public long schedule(long delayNs, Runnable action) {
    Objects.requireNonNull(action, "an event needs an action");
    return schedule(delayNs, NORMAL_PRIORITY, RUNNER, 0, 0, action);
  }

  /** Calls {@code handler} after {@code delayNs}, at normal priority; it costs no object. */
  public long schedule(
      long delayNs, EventHandler handler, int kind, long argument, Object reference) {
    return schedule(delayNs, NORMAL_PRIORITY, handler, kind, argument, reference);
  }

  /**
   * Calls {@code handler} after {@code delayNs}; it costs no object.
   *
   * @param priority from -128 to 127; among events of one instant lower runs first
   * @return a handle for {@link #cancel} and {@link #reschedule}
   * @throws IllegalArgumentException for a negative delay, one past the end of time, or a priority
   *     out of range
   */
  public long schedule(
      long delayNs, int priority, EventHandler handler, int kind, long argument, Object reference) {
    if (priority < Byte.MIN_VALUE || priority > Byte.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a priority must lie between -128 and 127, was " + priority);
    }
    Objects.requireNonNull(handler, "an event needs a handler");
    return queue.insert(instantAfter(delayNs), priority, handler, kind, argument, reference);
  }

  /** Takes an event back; returns whether it was still pending. */
  public boolean cancel(long handle) {
    return queue.cancel(handle);
  }

  /**
   * Moves a pending event to {@code delayNs} from now; among equals it then counts as inserted now.
   *
   * @return whether it was still pending; an event that runs now is not
   */
  public boolean reschedule(long handle, long delayNs) {
    return queue.reschedule(handle, instantAfter(delayNs));
  }

  /** Whether the event is still to come. */
  public boolean isPending(long handle) {
    return queue.isPending(handle);
  }

  private long instantAfter(long delayNs) {
    long instantNs = nowNs + delayNs;
    if (delayNs < 0 || instantNs < 0) {
      throw new IllegalArgumentException(
          "a delay must lie between 0 and the end of time, was " + delayNs + " ns");
    }
    return instantNs;
  }

  /**
   * Runs all events up to and including {@code untilNs}, then sets the clock to it; returns early
   * after {@link #stop}.
   *
   * @throws IllegalStateException when an event of this run calls it
   */
  public void run(long untilNs) {
    run(untilNs, Long.MAX_VALUE);
  }

  /**
   * As {@link #run(long)}, but returns after {@code mostEvents} events, so that the caller can look
   * at the outside; cutting a run in pieces changes nothing in it.
   *
   * @return whether the run came to {@code untilNs} or was stopped; if not, call again
   */
  public boolean run(long untilNs, long mostEvents) {
    if (running) {
      throw new IllegalStateException("an event cannot run the simulation that it is part of");
    }
    running = true;
    stopped = false;
    long last = mostEvents > Long.MAX_VALUE - events ? Long.MAX_VALUE : events + mostEvents;
    try {
      while (!stopped && events < last && queue.next(untilNs)) {
        dispatch();
      }
    } finally {
      running = false;
    }
    if (!stopped && events < last) {
      nowNs = Math.max(nowNs, untilNs);
    }
    return stopped || events < last;
  }

  private void dispatch() {
    nowNs = queue.timeNs();
    events++;
    digest = mix(digest ^ (mix(nowNs ^ (queue.order() * GOLDEN_RATIO)) + queue.kind()));
    EventHandler handler = queue.handler();
    if (observed) {
      observer.observe(
          nowNs, queue.priority(), handler, queue.kind(), queue.argument(), queue.reference());
    }
    handler.handle(queue.kind(), queue.argument(), queue.reference());
  }

  /**
   * Shows every event to {@code newObserver} from now on, after those that observe already; a run
   * that nobody observes pays nothing for it.
   */
  public void observe(EventObserver newObserver) {
    EventObserver before = observer;
    observer =
        !observed
            ? newObserver
            : (time, priority, handler, kind, argument, reference) -> {
              before.observe(time, priority, handler, kind, argument, reference);
              newObserver.observe(time, priority, handler, kind, argument, reference);
            };
    observed = true;
  }

  /** Ends {@link #run} after the present event. */
  public void stop() {
    stopped = true;
  }

  /** How many events are still to come. */
  public int pending() {
    return queue.size();
  }

  /** How many events have run. */
  public long events() {
    return events;
  }

  /** A 64-bit digest over time, order and kind of all events that have run. */
  public long digest() {
    return digest;
  }

  /** The run's random streams. */
  public RandomStreams random() {
    return random;
  }

  /** The run's instruments. */
  public Metrics metrics() {
    return metrics;
  }

  /** The balances that must hold between any two events of the run. */
  public Conservation conservation() {
    return conservation;
  }

  /** What models show of the world when the run has ended. */
  public Tables tables() {
    return tables;
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static final EventHandler RUNNER =
      (kind, argument, reference) -> ((Runnable) reference).run();
}
