package vdcsim.hypervisor.vnic.card;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.pci.ConfigSpace;
import vdcsim.hardware.pci.Device;

/**
 * A modelled device as one thread of the guest reaches it: what the model does upon an access, it
 * does in the thread of the virtual processor that made it.
 */
public final class ByThread implements Device {
  private final Modelled device;
  private final ExecutionContext thread;

  /** A device whose model works in the thread of whoever accesses it. */
  public interface Modelled extends Device {
    /** Whoever makes the next access waits for what the model asks of {@code thread}. */
    void accessedBy(ExecutionContext thread);
  }

  /** The device for a thread. */
  public ByThread(Modelled device, ExecutionContext thread) {
    this.device = device;
    this.thread = thread;
  }

  @Override
  public ConfigSpace config() {
    return device.config();
  }

  @Override
  public long read(int bar, long offset, int width) {
    device.accessedBy(thread);
    return device.read(bar, offset, width);
  }

  @Override
  public void write(int bar, long offset, int width, long value) {
    device.accessedBy(thread);
    device.write(bar, offset, width, value);
  }
}
