package vdcsim.hypervisor.memory.frames;

import java.util.Arrays;

/** What is known of each frame: whose it is, and which of its owner's frames. */
final class FrameNotes {
  /** Frames that are noted together, as a power of two. */
  private static final int SHIFT = 15;

  private static final int BLOCK = 1 << SHIFT;
  private static final int[] NOTHING = new int[0];

  // Arrays, not an object a frame: 8 bytes a frame, and only where frames have been given.
  private int[][] owners = new int[0][];
  private int[][] guestFrames = new int[0][];

  /** 0 for a frame of which nothing was ever noted. */
  int owner(long frame) {
    int block = (int) (frame >>> SHIFT);
    return frame < 0 || block >= owners.length || owners[block].length == 0
        ? 0
        : owners[block][(int) frame & (BLOCK - 1)];
  }

  /** Asked only of frames that have been noted. */
  int guestFrame(long frame) {
    return guestFrames[(int) (frame >>> SHIFT)][(int) frame & (BLOCK - 1)];
  }

  void note(long frame, int owner, long guestFrame) {
    int block = (int) (frame >>> SHIFT);
    if (block >= owners.length) {
      grow(Math.max(block + 1, 2 * owners.length));
    }
    if (owners[block].length == 0) {
      owners[block] = new int[BLOCK];
      guestFrames[block] = new int[BLOCK];
    }
    owners[block][(int) frame & (BLOCK - 1)] = owner;
    guestFrames[block][(int) frame & (BLOCK - 1)] = (int) guestFrame;
  }

  private void grow(int blocks) {
    int before = owners.length;
    owners = Arrays.copyOf(owners, blocks);
    guestFrames = Arrays.copyOf(guestFrames, blocks);
    Arrays.fill(owners, before, blocks, NOTHING);
    Arrays.fill(guestFrames, before, blocks, NOTHING);
  }
}
