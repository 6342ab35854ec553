package vdcsim.hypervisor.vdisk;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.DiskRequest;

/** The driver of a disk in a guest. */
interface GuestDriver {
  /**
   * Takes a request whose thread has paid for the guest's kernel; the driver tells the request when
   * the thread goes on, and when it is done.
   */
  void start(ExecutionContext thread, DiskRequest request);
}
