package vdcsim.hardware.nic;

/**
 * The buffers to which the descriptors of a ring point, in turn: as many pieces of memory of equal
 * size as the ring has descriptors, side by side. A driver gone wrong writes other addresses.
 */
public final class BufferRing {
  private static final long PAGE_BYTES = 4096;

  private final long first;
  private final long bytes;
  private final int slots;
  private int next;
  private long strayAddress;
  private long strays;
  private boolean isStray;

  /**
   * A ring of buffers.
   *
   * @param first the address of the first
   * @param slots how many there are
   * @param bytes how far they lie apart
   */
  public BufferRing(long first, int slots, long bytes) {
    this.first = first;
    this.slots = slots;
    this.bytes = bytes;
  }

  /** The address that the next descriptor has, with as many behind it as a frame needs. */
  public long next(int descriptors) {
    isStray = strays > 0;
    if (isStray) {
      strays--;
      strayAddress += PAGE_BYTES;
      return strayAddress - PAGE_BYTES;
    }
    long address = first + next * bytes;
    next = (next + descriptors) % slots;
    return address;
  }

  /** Whether the address that was asked for last is none of the ring's own. */
  public boolean isStray() {
    return isStray;
  }

  /** The next descriptors, so many, have addresses from this one on, a page further each. */
  public void stray(long address, long descriptors) {
    strayAddress = address;
    strays = descriptors;
  }
}
