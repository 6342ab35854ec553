package vdcsim.hypervisor.memory.guest;

import java.util.Arrays;

/** The frames that a guest's kernel gives away: from the lowest upwards, and given-back ones. */
final class GuestFrames {
  private final int count;
  private final int order;
  private int[] runs = new int[16];
  private int runCount;
  private int[] singles = new int[16];
  private int singleCount;
  private int low;
  private int high;

  /**
   * All free.
   *
   * @param order the frames of a page, as a power of two
   */
  GuestFrames(int count, int order) {
    this.count = count;
    this.order = order;
    this.high = count >>> order << order;
  }

  int count() {
    return count;
  }

  /** A frame for the kernel itself, or for a page that is one frame. */
  int takeOne() {
    if (singleCount > 0) {
      return singles[--singleCount];
    }
    if (low == high) {
      throw new IllegalStateException("the guest has no frame left of " + count);
    }
    return low++;
  }

  void releaseOne(int frame) {
    if (singleCount == singles.length) {
      singles = Arrays.copyOf(singles, 2 * singleCount);
    }
    singles[singleCount++] = frame;
  }

  /** The first frame for a page: large ones come from the top, so that they stay whole. */
  int takePage() {
    if (order == 0) {
      return takeOne();
    }
    if (runCount > 0) {
      return runs[--runCount];
    }
    if (high - (1 << order) < low) {
      throw new IllegalStateException("the guest has no page left of " + (count >>> order));
    }
    high -= 1 << order;
    return high;
  }

  void releasePage(int first) {
    if (order == 0) {
      releaseOne(first);
      return;
    }
    if (runCount == runs.length) {
      runs = Arrays.copyOf(runs, 2 * runCount);
    }
    runs[runCount++] = first;
  }
}
