package vdcsim.kernel.fluid;

import java.util.Arrays;

/** Resources by the level at which they are full, the least first; of equal ones, the first in. */
final class LevelHeap {
  private static final int FIRST = 16;

  private double[] levels = new double[FIRST];
  private int[] entries = new int[FIRST];
  private int size;

  void clear() {
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  double firstLevel() {
    return levels[0];
  }

  int first() {
    return entries[0];
  }

  void add(double level, int entry) {
    if (size == levels.length) {
      levels = Arrays.copyOf(levels, 2 * size);
      entries = Arrays.copyOf(entries, 2 * size);
    }
    int hole = size++;
    while (hole > 0 && isBefore(level, entry, (hole - 1) / 2)) {
      move((hole - 1) / 2, hole);
      hole = (hole - 1) / 2;
    }
    put(hole, level, entry);
  }

  /** Gives the first one another level, which must not be lower. */
  void raiseFirst(double level) {
    sink(level, entries[0]);
  }

  void removeFirst() {
    size--;
    if (size > 0) {
      sink(levels[size], entries[size]);
    }
  }

  private void sink(double level, int entry) {
    int hole = 0;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size && isBefore(levels[child + 1], entries[child + 1], child)) {
        child++;
      }
      if (isBefore(level, entry, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, level, entry);
  }

  private boolean isBefore(double level, int entry, int other) {
    return level < levels[other] || (level == levels[other] && entry < entries[other]);
  }

  private void move(int from, int to) {
    put(to, levels[from], entries[from]);
  }

  private void put(int place, double level, int entry) {
    levels[place] = level;
    entries[place] = entry;
  }
}
