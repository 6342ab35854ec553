package vdcsim.hypervisor.memory.frames;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Which frames of a host come next, in runs of a power of two.
 *
 * <p>The host is divided into windows, each for runs of one length, in scattered order. A run that
 * is longer than a window takes windows from the end. A single frame comes from those that were
 * given back, or breaks a longer run where no window is left.
 */
final class FramePool {
  /** There is no such run. */
  static final long NONE = -1;

  /** The largest window is 1 GiB, as power of two of frames. */
  private static final int MOST_SHIFT = 18;

  /** The smallest is 2 MiB. */
  private static final int LEAST_SHIFT = 9;

  /** A host has so many windows at least, as a power of two, unless they would be too small. */
  private static final int WINDOWS_SHIFT = 6;

  private final Scatter scatter;
  private final long frames;
  private final int shift;
  private final long[] windows = new long[MOST_SHIFT + 1];
  private final long[] next = new long[MOST_SHIFT + 1];
  private final Deque<Long> spare = new ArrayDeque<>();
  private long low;
  private long high;
  private long[] returned = new long[16];
  private int returnedCount;

  FramePool(long frames, Scatter scatter) {
    this.frames = frames;
    this.scatter = scatter;
    int bits = Long.SIZE - 1 - Long.numberOfLeadingZeros(Math.max(1, frames));
    this.shift = Math.max(LEAST_SHIFT, Math.min(MOST_SHIFT, bits - WINDOWS_SHIFT));
    this.high = (frames + (1L << shift) - 1) >>> shift;
    Arrays.fill(windows, NONE);
  }

  /** The first frame of a run, or {@link #NONE}. */
  long take(int order) {
    if (order == 0 && returnedCount > 0) {
      return returned[--returnedCount];
    }
    if (order > shift) {
      return takeWindows(order);
    }
    while (true) {
      long found = inWindow(order);
      if (found != NONE) {
        return found;
      }
      long window = newWindow();
      if (window == NONE) {
        return order == 0 ? broken() : NONE;
      }
      windows[order] = window;
      next[order] = 0;
    }
  }

  private long inWindow(int order) {
    int bits = shift - order;
    while (windows[order] != NONE && next[order] < 1L << bits) {
      long first = (windows[order] << shift) + (scatter.of(next[order]++, bits) << order);
      if (first + (1L << order) <= frames) {
        return first;
      }
    }
    return NONE;
  }

  private long newWindow() {
    if (!spare.isEmpty()) {
      return spare.remove();
    }
    return low < high ? low++ : NONE;
  }

  /** A run of whole windows, from the end, at a multiple of its length. */
  private long takeWindows(int order) {
    long count = 1L << (order - shift);
    long whole = frames >>> shift;
    long first = (Math.min(high, whole) - count) & -count;
    if (first < low) {
      return NONE;
    }
    for (long window = first + count; window < high; window++) {
      spare.add(window);
    }
    high = first;
    return first << shift;
  }

  /** A frame of a longer run, whose others come next. */
  private long broken() {
    for (int order = 1; order <= shift; order++) {
      long first = inWindow(order);
      if (first != NONE) {
        for (long frame = first + (1L << order) - 1; frame > first; frame--) {
          giveBack(frame);
        }
        return first;
      }
    }
    return NONE;
  }

  void giveBack(long frame) {
    if (returnedCount == returned.length) {
      returned = Arrays.copyOf(returned, 2 * returnedCount);
    }
    returned[returnedCount++] = frame;
  }
}
