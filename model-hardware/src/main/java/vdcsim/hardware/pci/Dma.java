package vdcsim.hardware.pci;

import vdcsim.kernel.EventHandler;

/**
 * How a device reaches memory. A remapping unit stands between by being one itself; none costs an
 * object.
 */
public interface Dma {
  /** The address that nobody looks at, where no unit remaps. */
  long ANYWHERE = 0;

  /**
   * Is added to the kind with which somebody is called whose request a remapping unit has blocked:
   * a read has brought nothing, and what was written is nowhere.
   */
  int BLOCKED = 1 << 30;

  /**
   * Reads {@code bytes} of memory at {@code address}, and calls {@code whenRead} when they came.
   */
  void read(
      long address, long bytes, EventHandler whenRead, int kind, long argument, Object reference);

  /**
   * Writes {@code bytes} of memory at {@code address}, and calls {@code whenWritten} when they are
   * there. A write of no bytes is there behind all that were asked for before, as a message is.
   */
  void write(
      long address,
      long bytes,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference);
}
