package vdcsim.hardware.pci;

import vdcsim.kernel.EventHandler;

/** Registers whose accesses come from a pool; what an access goes through is the subclass's. */
public abstract class PooledRegisters implements Registers {
  private final Access.Pool pool;

  /** The registers of a device. */
  protected PooledRegisters(Device device) {
    this.pool = new Access.Pool(device);
  }

  /** An access sets out: it has to reach the device, and to finish. */
  protected abstract void start(Access access);

  /** Its accesses. */
  protected final Access.Pool pool() {
    return pool;
  }

  @Override
  public final void read(
      int bar, long offset, int width, EventHandler whenRead, int kind, Object reference) {
    start(pool.read(bar, offset, width, whenRead, kind, reference));
  }

  @Override
  public final void write(
      int bar,
      long offset,
      int width,
      long value,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference) {
    start(pool.write(bar, offset, width, value, whenWritten, kind, argument, reference));
  }

  @Override
  public final void readConfig(
      int offset, int width, EventHandler whenRead, int kind, Object reference) {
    start(pool.readConfig(offset, width, whenRead, kind, reference));
  }

  @Override
  public final void writeConfig(
      int offset,
      int width,
      long value,
      EventHandler whenWritten,
      int kind,
      long argument,
      Object reference) {
    start(pool.writeConfig(offset, width, value, whenWritten, kind, argument, reference));
  }
}
