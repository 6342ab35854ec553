package vdcsim.network.tcp;

/**
 * What has arrived beyond a gap: ranges of numbers in order, and which of them changed last (RFC
 * 2018, 4: the first block is the one that the latest segment belongs to).
 */
final class Gaps {
  private static final int MOST_BLOCKS = 4;

  private long[] starts = new long[8];
  private long[] ends = new long[8];
  private int size;
  private final long[] recent = new long[MOST_BLOCKS];
  private int recents;

  boolean isEmpty() {
    return size == 0;
  }

  /** How many bytes are held. */
  long bytes() {
    long bytes = 0;
    for (int i = 0; i < size; i++) {
      bytes += ends[i] - starts[i];
    }
    return bytes;
  }

  /** Whether all of a range is held. */
  boolean holds(long start, long end) {
    int i = find(start);
    return i < size && starts[i] <= start && ends[i] >= end;
  }

  /** The first range that ends at or behind a number. */
  private int find(long number) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] >= number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Holds a range, joined with those that it touches. */
  void add(long start, long end) {
    int first = find(start);
    int behind = first;
    long from = start;
    long to = end;
    while (behind < size && starts[behind] <= end) {
      from = Math.min(from, starts[behind]);
      to = Math.max(to, ends[behind]);
      behind++;
    }
    replace(first, behind, from, to);
    remember(from, to);
  }

  private void replace(int first, int behind, long from, long to) {
    int removed = behind - first;
    if (removed == 0 && size == starts.length) {
      starts = java.util.Arrays.copyOf(starts, 2 * size);
      ends = java.util.Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(starts, behind, starts, first + 1, size - behind);
    System.arraycopy(ends, behind, ends, first + 1, size - behind);
    starts[first] = from;
    ends[first] = to;
    size += 1 - removed;
  }

  /** The range moves to the front of those that changed last. */
  private void remember(long from, long to) {
    long[] kept = new long[MOST_BLOCKS];
    int count = 0;
    kept[count++] = from;
    for (int i = 0; i < recents && count < MOST_BLOCKS; i++) {
      if (recent[i] < from || recent[i] >= to) {
        kept[count++] = recent[i];
      }
    }
    System.arraycopy(kept, 0, recent, 0, count);
    recents = count;
  }

  /** All before {@code number} has arrived: returns how far the ranges go on from there. */
  long advance(long number) {
    long next = number;
    int gone = 0;
    while (gone < size && starts[gone] <= next) {
      next = Math.max(next, ends[gone]);
      gone++;
    }
    if (gone > 0) {
      System.arraycopy(starts, gone, starts, 0, size - gone);
      System.arraycopy(ends, gone, ends, 0, size - gone);
      size -= gone;
      forgetBefore(next);
    }
    return next;
  }

  private void forgetBefore(long number) {
    int count = 0;
    for (int i = 0; i < recents; i++) {
      if (recent[i] >= number) {
        recent[count++] = recent[i];
      }
    }
    recents = count;
  }

  /** How many blocks there are to tell of, at most {@code most}. */
  int blocks(int most) {
    return Math.min(recents, most);
  }

  /** The first number of a block; the latest comes first. */
  long blockStart(int block) {
    return starts[find(recent[block] + 1)];
  }

  /** The number behind a block. */
  long blockEnd(int block) {
    return ends[find(recent[block] + 1)];
  }
}
