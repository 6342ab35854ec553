package vdcsim.hypervisor.memory.overcommit;

import java.util.BitSet;

/** The page frames of a host. */
final class Frames {
  /** No frame is free. */
  static final int NONE = -1;

  private final int count;
  private final BitSet taken = new BitSet();
  private int lowest;
  private int used;
  private int reserved;

  Frames(int count) {
    this.count = count;
  }

  int count() {
    return count;
  }

  /** Frames that hold a page. */
  int used() {
    return used;
  }

  /** Frames that the hypervisor needs for itself. */
  int reserved() {
    return reserved;
  }

  int free() {
    return count - reserved - used;
  }

  void reserve(int frames) {
    reserved += frames;
  }

  /** Takes a frame, or {@link #NONE}. */
  int take() {
    if (free() <= 0) {
      return NONE;
    }
    int frame = taken.nextClearBit(lowest);
    taken.set(frame);
    lowest = frame + 1;
    used++;
    return frame;
  }

  void release(int frame) {
    if (!taken.get(frame)) {
      throw new IllegalStateException("frame " + frame + " is free already");
    }
    taken.clear(frame);
    lowest = Math.min(lowest, frame);
    used--;
  }
}
