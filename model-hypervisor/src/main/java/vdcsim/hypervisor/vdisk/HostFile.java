package vdcsim.hypervisor.vdisk;

import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.HostDisk;
import vdcsim.hardware.disk.Storage;
import vdcsim.kernel.EventHandler;

/** A host's disk as a process or a kernel thread uses it, which pays for the host's kernel. */
final class HostFile implements Storage, EventHandler {
  private final HostDisk disk;
  private final ExecutionContext thread;

  HostFile(HostDisk disk, ExecutionContext thread) {
    this.disk = disk;
    this.thread = thread;
  }

  @Override
  public long bytes() {
    return disk.bytes();
  }

  @Override
  public void submit(DiskRequest request) {
    disk.submit(thread, request, this, 0, 0);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {}
}
