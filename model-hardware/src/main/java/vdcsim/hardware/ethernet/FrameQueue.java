package vdcsim.hardware.ethernet;

/** Frames in order of arrival, in a ring that grows. */
final class FrameQueue {
  private Frame[] ring = new Frame[16];
  private int head;
  private int size;

  int size() {
    return size;
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
  }

  /** Takes the first frame out; there must be one. */
  Frame remove() {
    Frame frame = ring[head];
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    return frame;
  }
}
