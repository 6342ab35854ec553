package vdcsim.hardware.pci;

/** Where a device's interrupts go: the interrupt controllers of a machine, real or virtual. */
public interface InterruptTarget {
  /**
   * A message-signalled interrupt: a write to memory that a controller takes for itself.
   *
   * @param address where it was written; bits 12 to 19 name the processor (Intel SDM 3, 11.11.1)
   * @param data what was written; the lowest byte is the vector
   */
  void message(long address, int data);

  /** The interrupt line of the device has changed: level-triggered, so that it stays. */
  void line(boolean asserted);
}
