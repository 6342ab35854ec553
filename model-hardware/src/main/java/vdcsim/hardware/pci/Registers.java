package vdcsim.hardware.pci;

import vdcsim.kernel.EventHandler;

/**
 * The registers of one device as its driver reaches them: each access is a step of the processor
 * that the driver runs on, and may be stepped into by a hypervisor.
 *
 * <p>Accesses happen in the order in which they were asked for, behind what the processor has been
 * asked to compute before; none costs an object.
 */
public interface Registers {
  /**
   * Reads a register, then calls {@code whenRead} with the value as its argument.
   *
   * @see Device#read
   */
  void read(int bar, long offset, int width, EventHandler whenRead, int kind, Object reference);

  /**
   * Writes a register, then calls {@code whenWritten}; the processor goes on when it is called.
   *
   * @see Device#write
   */
  void write(
      int bar,
      long offset,
      int width,
      long value,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference);

  /** Reads the configuration space, then calls {@code whenRead} with the value as its argument. */
  void readConfig(int offset, int width, EventHandler whenRead, int kind, Object reference);

  /** Writes to the configuration space, then calls {@code whenWritten}. */
  void writeConfig(
      int offset,
      int width,
      long value,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference);
}
