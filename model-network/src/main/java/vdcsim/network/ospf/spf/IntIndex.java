package vdcsim.network.ospf.spf;

import java.util.Arrays;

/** Numbers of 32 bits, each with an index: open addressing, without objects. */
final class IntIndex {
  static final int ABSENT = -1;

  private final int[] keys;
  private final int[] indices;
  private final int mask;

  IntIndex(int capacity) {
    int places = Math.max(4, Integer.highestOneBit(Math.max(1, capacity)) * 4);
    keys = new int[places];
    indices = new int[places];
    Arrays.fill(indices, ABSENT);
    mask = places - 1;
  }

  private int place(int key) {
    int place = ((key * 0x9E37_79B9) >>> 7) & mask;
    while (indices[place] != ABSENT && keys[place] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  /** The index of a key, or {@link #ABSENT}. */
  int at(int key) {
    return indices[place(key)];
  }

  /** Gives a key an index; whether it had none. */
  boolean putIfAbsent(int key, int index) {
    int place = place(key);
    boolean free = indices[place] == ABSENT;
    if (free) {
      keys[place] = key;
      indices[place] = index;
    }
    return free;
  }
}
