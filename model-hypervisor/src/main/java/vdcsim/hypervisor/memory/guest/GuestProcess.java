package vdcsim.hypervisor.memory.guest;

import java.util.Arrays;
import java.util.BitSet;
import vdcsim.hypervisor.memory.AddressSpace;

/** A process of a guest: an address space in which pages of one region are mapped, or not. */
final class GuestProcess {
  private static final int NONE = -1;

  private final AddressSpace space;
  private final int[] frames;
  private final BitSet writable = new BitSet();

  /** A process without any page mapped. */
  GuestProcess(AddressSpace space, int pages) {
    this.space = space;
    this.frames = new int[pages];
    Arrays.fill(frames, NONE);
  }

  AddressSpace space() {
    return space;
  }

  int pages() {
    return frames.length;
  }

  boolean isMapped(int page) {
    return frames[page] != NONE;
  }

  boolean isWritable(int page) {
    return writable.get(page);
  }

  /** The first of the guest's frames that a mapped page has. */
  int frame(int page) {
    return frames[page];
  }

  void map(int page, int frame, boolean mayWrite) {
    frames[page] = frame;
    writable.set(page, mayWrite);
  }

  void unmap(int page) {
    frames[page] = NONE;
    writable.clear(page);
  }
}
