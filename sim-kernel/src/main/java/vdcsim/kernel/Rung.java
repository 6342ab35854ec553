package vdcsim.kernel;

/** A row of buckets of equal width, from the present bucket on. */
final class Rung {
  /** About so many events fall into a bucket. */
  private static final double EVENTS_A_BUCKET = 4;

  /** A rung reaches to so many times the mean distance of its events. */
  private static final double MEANS_A_RUNG = 4;

  /** The first of the rung's buckets in the queue's array, and how many there are. */
  int base;

  int count;

  /** The latest instant for which there is a bucket. */
  long lastNs;

  /** A bucket is 2^shift ns wide. */
  private int shift;

  private long firstNs;

  /** Every bucket before this one is empty, and stays so. */
  private int current;

  /** One bucket for all of time. */
  static Rung whole() {
    Rung rung = new Rung();
    rung.count = 1;
    rung.lastNs = Long.MAX_VALUE;
    rung.shift = Long.SIZE - 1;
    return rung;
  }

  /**
   * Lays the rung over the first events of its parent's present bucket.
   *
   * @param events how many there are
   * @param startNs the earliest
   * @param meanNs how far they lie behind it on average
   */
  void place(Rung parent, int events, long startNs, double meanNs) {
    long width = (long) (EVENTS_A_BUCKET * meanNs / events);
    shift = width > 1 ? Long.SIZE - 1 - Long.numberOfLeadingZeros(width) : 0;
    firstNs = startNs;
    base = parent.base + parent.count;
    count = (int) ((long) (MEANS_A_RUNG * meanNs) >>> shift) + 1;
    lastNs = Math.min(lastBefore(count), parent.lastBefore(parent.current + 1));
    current = 0;
  }

  /** The last instant before a bucket, or the end of time. */
  private long lastBefore(int bucket) {
    boolean inTime = bucket <= (Long.MAX_VALUE - firstNs) >>> shift;
    return inTime ? firstNs + ((long) bucket << shift) - 1 : Long.MAX_VALUE;
  }

  /** The bucket of an instant, in the queue's array. */
  int bucketOf(long timeNs) {
    // An event that comes before the present bucket, because the clock lags behind, joins it.
    return base + (int) Math.max(current, (timeNs - firstNs) >> shift);
  }

  /** The first bucket that is not empty, or {@link EventSlots#NONE}. */
  int firstFull(int[] buckets) {
    while (current < count && buckets[base + current] == EventSlots.NONE) {
      current++;
    }
    return current < count ? base + current : EventSlots.NONE;
  }
}
