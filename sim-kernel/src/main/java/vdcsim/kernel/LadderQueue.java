package vdcsim.kernel;

import java.util.Arrays;

/**
 * Pending events in order of time, then priority, then insertion.
 *
 * <p>A ladder queue (Tang, Goh and Thng, ACM TOMACS 15(3), 2005). The earliest events stand sorted
 * in {@link NearEvents}; all later ones lie unsorted in the buckets of a few rungs. The lowest rung
 * is one bucket for all of time. When the sorted events run out, the earliest bucket is sorted if
 * it holds few events, and else spread over a new, finer rung. So an event is moved two or three
 * times in its life, whatever the number that are pending.
 *
 * <p>The bucket widths follow from the events themselves. They change how fast events come out,
 * never in which order.
 */
final class LadderQueue {
  /** A bucket of at most this many events is sorted. */
  private static final int FEW = 48;

  /** More sorted events than this are cut, lest insertion become a search through them all. */
  private static final int MANY = 4 * FEW;

  private static final int MAX_RUNGS = 10;
  private static final int PRIORITY_SHIFT = 55;
  private static final int PRIORITY_BIAS = 128;

  private final EventSlots events;
  private final NearEvents near;
  private final Survey survey = new Survey();
  private final Rung[] rungs = new Rung[MAX_RUNGS];
  private int finest;

  /** The first event of each bucket; the rungs' buckets lie one behind the other. */
  private int[] buckets = new int[64];

  /** Every event up to this instant, included, stands in {@link #near}, every other in a bucket. */
  private long horizonNs = -1;

  private int many = MANY;
  private int size;

  /** 2^55 insertions are 36 years of 30 million events a second: it does not overflow. */
  private long sequence;

  private long takenTime;
  private long takenOrder;
  private EventHandler takenHandler;
  private int takenKind;
  private long takenArgument;
  private Object takenReference = Simulation.NO_REFERENCE;

  LadderQueue() {
    this(new EventSlots());
  }

  LadderQueue(EventSlots events) {
    this.events = events;
    this.near = new NearEvents(events);
    Arrays.setAll(rungs, i -> i == 0 ? Rung.whole() : new Rung());
    Arrays.fill(buckets, EventSlots.NONE);
  }

  /** Inserts an event at {@code timeNs}; returns its handle. */
  long insert(
      long timeNs, int priority, EventHandler handler, int kind, long argument, Object reference) {
    int slot = events.allocate(handler, kind, argument, reference);
    events.schedule(slot, timeNs, (long) (priority + PRIORITY_BIAS) << PRIORITY_SHIFT | sequence++);
    enter(slot, timeNs);
    return events.handle(slot);
  }

  /** Takes an event out by its handle; returns whether it was pending. */
  boolean cancel(long handle) {
    int slot = events.find(handle);
    if (slot == EventSlots.NONE) {
      return false;
    }
    leave(slot);
    events.release(slot);
    return true;
  }

  /** Moves a pending event to {@code timeNs}, behind its equals; returns whether it was pending. */
  boolean reschedule(long handle, long timeNs) {
    int slot = events.find(handle);
    if (slot == EventSlots.NONE) {
      return false;
    }
    leave(slot);
    long priority = events.order(slot) >>> PRIORITY_SHIFT << PRIORITY_SHIFT;
    events.schedule(slot, timeNs, priority | sequence++);
    enter(slot, timeNs);
    return true;
  }

  /** Whether the event of this handle is pending. */
  boolean isPending(long handle) {
    return events.find(handle) != EventSlots.NONE;
  }

  /**
   * Takes the earliest event out if it is not after {@code untilNs}; false if there is none. Its
   * fields are then read one by one, so that taking an event makes no object.
   */
  boolean next(long untilNs) {
    if (near.size() == 0 && !refill()) {
      return false;
    }
    if (near.firstTimeNs() > untilNs) {
      return false;
    }
    int slot = near.removeFirst();
    size--;
    takenTime = events.timeNs(slot);
    takenOrder = events.order(slot);
    takenHandler = events.handler(slot);
    takenKind = events.kind(slot);
    takenArgument = events.argument(slot);
    takenReference = events.reference(slot);
    events.release(slot);
    return true;
  }

  private void enter(int slot, long timeNs) {
    size++;
    if (timeNs > horizonNs) {
      intoBucket(slot, timeNs);
      return;
    }
    near.insert(slot);
    if (near.size() > many) {
      cutNear();
    }
  }

  private void leave(int slot) {
    size--;
    if (events.timeNs(slot) <= horizonNs) {
      near.remove(slot);
      return;
    }
    int next = events.next(slot);
    int previous = events.previous(slot);
    if (previous < 0) {
      buckets[~previous] = next;
    } else {
      events.link(previous, next, events.previous(previous));
    }
    if (next != EventSlots.NONE) {
      events.link(next, events.next(next), previous);
    }
  }

  private void intoBucket(int slot, long timeNs) {
    int i = finest;
    while (timeNs > rungs[i].lastNs) {
      i--;
    }
    push(rungs[i].bucketOf(timeNs), slot);
  }

  private void push(int bucket, int slot) {
    int head = buckets[bucket];
    events.link(slot, head, ~bucket);
    if (head != EventSlots.NONE) {
      events.link(head, events.next(head), slot);
    }
    buckets[bucket] = slot;
  }

  /** Moves all but the earliest events, and those at their last instant, back into buckets. */
  private void cutNear() {
    horizonNs = near.timeNs(FEW);
    while (near.timeNs(near.size() - 1) > horizonNs) {
      int slot = near.removeLast();
      intoBucket(slot, events.timeNs(slot));
    }
    many = Math.max(MANY, 2 * near.size());
  }

  /** Sorts the earliest bucket; returns whether there was one. */
  private boolean refill() {
    if (size == 0) {
      return false;
    }
    while (true) {
      int bucket = rungs[finest].firstFull(buckets);
      if (bucket == EventSlots.NONE) {
        finest--;
        continue;
      }
      if (sorted(bucket, FEW)) {
        return true;
      }
      survey.of(bucket);
      if (survey.firstNs == survey.lastNs || finest == MAX_RUNGS - 1) {
        return sorted(bucket, Integer.MAX_VALUE);
      }
      spread(bucket);
    }
  }

  /** Sorts a bucket that holds no more than {@code most} events; returns whether it did. */
  private boolean sorted(int bucket, int most) {
    int slot = buckets[bucket];
    while (slot != EventSlots.NONE && near.size() < most) {
      near.append(slot);
      slot = events.next(slot);
    }
    if (slot != EventSlots.NONE) {
      near.clear();
      return false;
    }
    near.sort();
    buckets[bucket] = EventSlots.NONE;
    horizonNs = near.timeNs(near.size() - 1);
    many = Math.max(MANY, 2 * near.size());
    return true;
  }

  /** Spreads the earlier events of a bucket over a new rung; the latest stay where they are. */
  private void spread(int bucket) {
    Rung parent = rungs[finest];
    Rung child = rungs[++finest];
    child.place(parent, survey.count, survey.firstNs, survey.meanNs());
    reserve(child.base + child.count);
    int slot = buckets[bucket];
    buckets[bucket] = EventSlots.NONE;
    while (slot != EventSlots.NONE) {
      int next = events.next(slot);
      long timeNs = events.timeNs(slot);
      push(timeNs <= child.lastNs ? child.bucketOf(timeNs) : bucket, slot);
      slot = next;
    }
  }

  private void reserve(int count) {
    int length = buckets.length;
    if (count > length) {
      buckets = Arrays.copyOf(buckets, Math.max(count, 2 * length));
      Arrays.fill(buckets, length, buckets.length, EventSlots.NONE);
    }
  }

  /** How many events are pending. */
  int size() {
    return size;
  }

  /** The time of the event that was taken last. */
  long timeNs() {
    return takenTime;
  }

  /** Priority and insertion number of the event that was taken last, in one number. */
  long order() {
    return takenOrder;
  }

  /** The priority of the event that was taken last. */
  int priority() {
    return (int) (takenOrder >>> PRIORITY_SHIFT) - PRIORITY_BIAS;
  }

  /** The handler of the event that was taken last. */
  EventHandler handler() {
    return takenHandler;
  }

  /** The kind of the event that was taken last. */
  int kind() {
    return takenKind;
  }

  /** The argument of the event that was taken last. */
  long argument() {
    return takenArgument;
  }

  /** The reference of the event that was taken last. */
  Object reference() {
    return takenReference;
  }

  /** What a bucket holds. */
  private final class Survey {
    private int count;
    private long firstNs;
    private long lastNs;
    private long sampleNs;
    private double sumNs;

    /** Looks through a bucket that is not empty. */
    void of(int bucket) {
      count = 0;
      firstNs = Long.MAX_VALUE;
      lastNs = 0;
      // Distances from one of the events, since a double cannot hold late instants exactly.
      sampleNs = events.timeNs(buckets[bucket]);
      sumNs = 0;
      for (int slot = buckets[bucket]; slot != EventSlots.NONE; slot = events.next(slot)) {
        long timeNs = events.timeNs(slot);
        count++;
        firstNs = Math.min(firstNs, timeNs);
        lastNs = Math.max(lastNs, timeNs);
        sumNs += timeNs - sampleNs;
      }
    }

    /** How far the events lie behind the first on average. */
    double meanNs() {
      return Math.max(0, sampleNs - firstNs + sumNs / count);
    }
  }
}
