package vdcsim.hypervisor.memory.frames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.spec.Refusal;

/**
 * The frames of a host, 4096 bytes each, and whose they are. Which frame comes next follows no
 * order that a guest could see. A host's own table says for each frame that a guest has which of
 * the guest's frames it is (Xen's machine-to-physical map).
 */
public final class HostMemory {
  /** Nobody has the frame. */
  public static final int NOBODY = 0;

  /** The monitor has the frame, for tables of its own. */
  public static final int MONITOR = 1;

  /** Frames in a window, as a power of two: 1 GiB. */
  private static final int WINDOW_SHIFT = 18;

  private static final int WINDOW = 1 << WINDOW_SHIFT;

  private final long frames;
  private final long oddA;
  private final long oddB;
  private final long offset;
  private final long monitorFrame;
  private final List<int[]> owners = new ArrayList<>();
  private final List<int[]> guestFrames = new ArrayList<>();
  private final List<String> names = new ArrayList<>(List.of("nobody", "the monitor"));

  /** By the power of two that a run has: the window it comes from, and how much of that is out. */
  private final int[] windows = new int[WINDOW_SHIFT + 1];

  private final int[] taken = new int[WINDOW_SHIFT + 1];
  private long[] returned = new long[16];
  private int returnedCount;
  private long used;

  /**
   * All frames free.
   *
   * @param frames how many, at least one
   * @param random what scatters them
   */
  public HostMemory(long frames, RandomStream random) {
    this.frames = frames;
    this.oddA = random.nextLong() | 1;
    this.oddB = random.nextLong() | 1;
    this.offset = random.nextLong();
    Arrays.fill(windows, -1);
    this.monitorFrame = take(MONITOR, 0);
  }

  /** A frame that the monitor has from the beginning. */
  public long monitorFrame() {
    return monitorFrame;
  }

  /** Somebody who can have frames; the number that stands for it. */
  public int newOwner(String name) {
    names.add(name);
    return names.size() - 1;
  }

  /** Whose number it is. */
  public String ownerName(int owner) {
    return names.get(owner);
  }

  /** How many frames there are. */
  public long frames() {
    return frames;
  }

  /** How many frames somebody has. */
  public long used() {
    return used;
  }

  /** Whose frame it is; nobody's where there is none. */
  public int owner(long frame) {
    int window = window(frame);
    return window < 0 ? NOBODY : owners.get(window)[(int) frame & (WINDOW - 1)];
  }

  /** Which of its owner's frames it is; asked only of frames that a guest has. */
  public long guestFrame(long frame) {
    return guestFrames.get(window(frame))[(int) frame & (WINDOW - 1)];
  }

  private int window(long frame) {
    return frame < 0 || frame >>> WINDOW_SHIFT >= owners.size()
        ? -1
        : (int) (frame >>> WINDOW_SHIFT);
  }

  /**
   * Gives a frame away.
   *
   * @param guestFrame which of the owner's frames it becomes
   * @throws Refusal if there is none left
   */
  public long take(int owner, long guestFrame) {
    if (returnedCount > 0) {
      long frame = returned[--returnedCount];
      note(frame, owner, guestFrame);
      return frame;
    }
    return takeRun(owner, guestFrame, 0);
  }

  /**
   * Gives away frames that lie side by side.
   *
   * @param guestFrame the first of the owner's frames that they become
   * @param order how many, as a power of two; the first is a multiple of that
   * @return the first frame
   * @throws Refusal if there is no such run left
   */
  public long takeRun(int owner, long guestFrame, int order) {
    int unitsInWindow = WINDOW >>> order;
    if (windows[order] < 0 || taken[order] == unitsInWindow) {
      windows[order] = newWindow();
      taken[order] = 0;
    }
    long unit = scattered(taken[order]++, WINDOW_SHIFT - order);
    long first = ((long) windows[order] << WINDOW_SHIFT) + (unit << order);
    for (int i = 0; i < 1 << order; i++) {
      note(first + i, owner, guestFrame + i);
    }
    return first;
  }

  private int newWindow() {
    if ((long) owners.size() << WINDOW_SHIFT >= frames) {
      throw new Refusal(
          "memory", "the host has no frames left: %d of %d are given away".formatted(used, frames));
    }
    owners.add(new int[WINDOW]);
    guestFrames.add(new int[WINDOW]);
    return owners.size() - 1;
  }

  /** One to one on the numbers of so many bits: odd factors and a shift can be undone. */
  private long scattered(long index, int bits) {
    long mask = (1L << bits) - 1;
    long mixed = (index * oddA + offset) & mask;
    mixed ^= mixed >>> ((bits + 1) / 2);
    return (mixed * oddB) & mask;
  }

  private void note(long frame, int owner, long guestFrame) {
    int window = window(frame);
    owners.get(window)[(int) frame & (WINDOW - 1)] = owner;
    guestFrames.get(window)[(int) frame & (WINDOW - 1)] = (int) guestFrame;
    used += owner == NOBODY ? -1 : 1;
  }

  /** Takes a frame back. */
  public void release(long frame) {
    note(frame, NOBODY, 0);
    if (returnedCount == returned.length) {
      returned = Arrays.copyOf(returned, 2 * returnedCount);
    }
    returned[returnedCount++] = frame;
  }
}
