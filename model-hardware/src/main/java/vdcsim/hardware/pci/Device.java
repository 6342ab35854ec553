package vdcsim.hardware.pci;

/**
 * A device as software sees it: a configuration space, and registers behind its base addresses. A
 * real one, a virtual function and the model of one in a hypervisor all look like this.
 *
 * <p>The methods act at once and take no time: who pays for an access, and when it reaches the
 * device, is a matter of {@link Registers}.
 */
public interface Device {
  /** Its configuration space. */
  ConfigSpace config();

  /**
   * Reads a register.
   *
   * @param bar which base address, from 0 to 5
   * @param offset bytes from there
   * @param width 1, 2, 4 or 8 bytes
   * @return the value, unsigned in its width; all ones where there is no register
   */
  long read(int bar, long offset, int width);

  /**
   * Writes a register, and does what the device does upon that.
   *
   * @param bar which base address, from 0 to 5
   * @param offset bytes from there
   * @param width 1, 2, 4 or 8 bytes
   */
  void write(int bar, long offset, int width, long value);
}
