package vdcsim.hypervisor.memory.tlb;

import java.util.Arrays;

/**
 * A set-associative cache of numbers under numbers. In each set the entry that was used longest ago
 * gives way: the ways of a set stand in the order of their last use, so that there is no tie.
 */
final class SetCache {
  /** What is found where nothing is; no value is 0. */
  static final long MISS = 0;

  private static final long EMPTY = -1;

  private final int ways;
  private final int mask;
  private final long[] keys;
  private final long[] values;
  private boolean used;

  /**
   * An empty cache.
   *
   * @param entries how many; 0 for a cache that keeps nothing
   * @param ways entries in a set; the number of sets must be a power of two
   */
  SetCache(int entries, int ways) {
    this.ways = entries == 0 ? 0 : ways;
    this.mask = entries == 0 ? 0 : entries / ways - 1;
    this.keys = new long[entries];
    this.values = new long[entries];
    Arrays.fill(keys, EMPTY);
  }

  /** The value under a key, or {@link #MISS}. */
  long find(long key) {
    if (!used) {
      return MISS;
    }
    int first = ((int) key & mask) * ways;
    if (keys[first] == key) {
      return values[first];
    }
    for (int i = first + 1; i < first + ways; i++) {
      if (keys[i] == key) {
        return toFront(first, i, key, values[i]);
      }
    }
    return MISS;
  }

  private long toFront(int first, int at, long key, long value) {
    for (int i = at; i > first; i--) {
      keys[i] = keys[i - 1];
      values[i] = values[i - 1];
    }
    keys[first] = key;
    values[first] = value;
    return value;
  }

  /** Keeps a value, instead of what was under the key or else was used longest ago. */
  void keep(long key, long value) {
    if (ways == 0) {
      return;
    }
    used = true;
    int first = ((int) key & mask) * ways;
    int at = first;
    while (at < first + ways - 1 && keys[at] != key) {
      at++;
    }
    toFront(first, at, key, value);
  }

  /** Forgets a key. */
  void drop(long key) {
    if (!used) {
      return;
    }
    int first = ((int) key & mask) * ways;
    for (int i = first; i < first + ways; i++) {
      if (keys[i] == key) {
        toFront(first, i, key, MISS);
        // The way is free: it goes to the end, where the next entry takes it.
        for (int j = first; j < first + ways - 1; j++) {
          keys[j] = keys[j + 1];
          values[j] = values[j + 1];
        }
        keys[first + ways - 1] = EMPTY;
        return;
      }
    }
  }

  /** Forgets everything. */
  void clear() {
    if (used) {
      Arrays.fill(keys, EMPTY);
      used = false;
    }
  }
}
