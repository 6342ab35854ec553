package vdcsim.hypervisor.register;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.ConfigSpace;
import vdcsim.hardware.pci.Device;
import vdcsim.hardware.pci.Identity;
import vdcsim.hardware.pci.Space;
import vdcsim.hardware.pci.Width;

/** A device with a register behind ports and one behind memory; a model of it has to work. */
final class RegisterDevice implements Device {
  static final int PORTS = 0;
  static final int MEMORY = 1;

  private final ConfigSpace config =
      new ConfigSpace(new Identity(0x1B36, 0x0005, 0xFF0000, 0))
          .bar(PORTS, Space.PORTS, RegisterAccessSpec.BYTES)
          .bar(MEMORY, Space.MEMORY_32, RegisterAccessSpec.BYTES);
  private final ExecutionContext context;
  private final long work;
  private final Runnable begins;
  private final Runnable ends;
  private long value;

  /** A device that works {@code work} cycles on a context, if any, and says when it does. */
  RegisterDevice(ExecutionContext context, long work, Runnable begins, Runnable ends) {
    this.context = context;
    this.work = work;
    this.begins = begins;
    this.ends = ends;
    config.enable();
  }

  @Override
  public ConfigSpace config() {
    return config;
  }

  @Override
  public long read(int bar, long offset, int width) {
    act();
    return value & Width.ones(width);
  }

  @Override
  public void write(int bar, long offset, int width, long written) {
    act();
    value = written;
  }

  private void act() {
    begins.run();
    if (work > 0) {
      context.execute(work, ends);
    }
  }
}
