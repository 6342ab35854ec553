package vdcsim.hardware.iommu;

import java.util.function.LongPredicate;

/**
 * A small cache in which any place can hold any key, and the one that was not used for longest
 * makes room.
 */
final class LongCache {
  // Arrays, not a map: a look through 64 keys side by side costs no object, and less than a box.
  private final long[] keys;
  private final long[] values;
  private final long[] used;
  private int size;
  private int last;
  private long clock;

  /**
   * An empty cache.
   *
   * @param places how many keys it can hold; none where there is no cache
   */
  LongCache(int places) {
    this.keys = new long[places];
    this.values = new long[places];
    this.used = new long[places];
  }

  /** Whether it holds a key; {@link #value} is its value then. */
  boolean holds(long key) {
    if (last < size && keys[last] == key) {
      used[last] = ++clock;
      return true;
    }
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        last = i;
        used[i] = ++clock;
        return true;
      }
    }
    return false;
  }

  /** The value of the key that was found last. */
  long value() {
    return values[last];
  }

  /** Takes a key in that it does not hold. */
  void add(long key, long value) {
    if (keys.length == 0) {
      return;
    }
    int at = size < keys.length ? size++ : oldest();
    keys[at] = key;
    values[at] = value;
    used[at] = ++clock;
    last = at;
  }

  private int oldest() {
    int oldest = 0;
    for (int i = 1; i < size; i++) {
      if (used[i] < used[oldest]) {
        oldest = i;
      }
    }
    return oldest;
  }

  /** Forgets keys. */
  void forget(LongPredicate which) {
    for (int i = size - 1; i >= 0; i--) {
      if (which.test(keys[i])) {
        size--;
        keys[i] = keys[size];
        values[i] = values[size];
        used[i] = used[size];
      }
    }
    last = 0;
  }

  /** How many keys it holds. */
  int size() {
    return size;
  }
}
