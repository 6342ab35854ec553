package vdcsim.hardware.disk;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.kernel.EventHandler;

/**
 * A disk as programs see it through the kernel that they run on: a host's own, or that of a guest.
 */
public interface BlockDevice {
  /** How many bytes it has. */
  long bytes();

  /** A thread that programs can run in; the same index may give the same processor. */
  ExecutionContext thread(String name, int index);

  /**
   * Hands a request to the kernel, which costs the thread something; {@code whenSubmitted} is
   * called when the thread can go on, and the request is told, on the thread, when it is done.
   */
  void submit(
      ExecutionContext thread,
      DiskRequest request,
      EventHandler whenSubmitted,
      int kind,
      long argument);
}
