package vdcsim.hardware.ethernet;

/** Frames in order of arrival, in a ring that grows. */
final class FrameQueue {
  private Frame[] ring = new Frame[16];
  private int head;
  private int size;
  private long bytes;
  private int mark = -1;
  private Runnable whenRoom = () -> {};

  /** Runs {@code whenRoom} each time that only so many frames are left, from now on. */
  void onRoom(int frames, Runnable newWhenRoom) {
    mark = frames;
    whenRoom = newWhenRoom;
  }

  int size() {
    return size;
  }

  /** The length of all its frames together. */
  long bytes() {
    return bytes;
  }

  void add(Frame frame) {
    if (size == ring.length) {
      Frame[] larger = new Frame[2 * size];
      System.arraycopy(ring, head, larger, 0, size - head);
      System.arraycopy(ring, 0, larger, size - head, head);
      ring = larger;
      head = 0;
    }
    ring[(head + size++) & (ring.length - 1)] = frame;
    bytes += frame.length();
  }

  /** The first frame; there must be one. */
  Frame first() {
    return ring[head];
  }

  /** Takes the first frame out; there must be one. */
  Frame remove() {
    Frame frame = ring[head];
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    bytes -= frame.length();
    if (size == mark) {
      whenRoom.run();
    }
    return frame;
  }
}
