package vdcsim.hardware.disk;

import java.util.List;
import java.util.Optional;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A disk behind the kernel of its host: a thread pays for handing a request down, and is paid for
 * when it is done, as Linux ends a request on the processor that began it (rq_affinity).
 */
public final class HostDisk implements BlockDevice, EventHandler {
  private final Disk disk;
  private final World world;
  private final String host;

  private HostDisk(String host, Disk disk, World world) {
    this.host = host;
    this.disk = disk;
    this.world = world;
  }

  /** Gives a host its disks; a disk is named {@code host.disk}. */
  public static Wiring make(String host, DisksSpec spec, World world) {
    spec.disks()
        .forEach(
            (name, diskSpec) -> {
              Disk disk = new Disk(world.simulation(), host + "." + name, diskSpec);
              world.add(disk.name(), new HostDisk(host, disk, world));
            });
    return Wiring.NONE;
  }

  /** The disk itself. */
  public Disk disk() {
    return disk;
  }

  /** The host that it is in. */
  public String host() {
    return host;
  }

  @Override
  public long bytes() {
    return disk.bytes();
  }

  @Override
  public ExecutionContext thread(String name, int index) {
    Optional<Machine> machine = world.find(host, Machine.class);
    if (machine.isEmpty()) {
      throw new Refusal("on", "host '%s' computes nothing: it needs 'cpu'".formatted(host));
    }
    return machine.get().task(name, Optional.empty(), 0, List.of());
  }

  @Override
  public void submit(
      ExecutionContext thread,
      DiskRequest request,
      EventHandler whenSubmitted,
      int kind,
      long argument) {
    request.submittedBy(thread, disk.spec().completeCycles(), whenSubmitted, kind, argument);
    thread.execute(disk.spec().submitCycles(), this, 0, 0, request);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    DiskRequest request = (DiskRequest) reference;
    disk.submit(request);
    request.submitted();
  }
}
