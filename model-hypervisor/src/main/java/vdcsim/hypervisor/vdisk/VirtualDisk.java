package vdcsim.hypervisor.vdisk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.disk.BlockDevice;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.HostDisk;
import vdcsim.hardware.disk.Storage;
import vdcsim.hardware.disk.pagecache.PageCache;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.pci.LocalApic;
import vdcsim.hardware.pci.Registers;
import vdcsim.hypervisor.image.ImageChain;
import vdcsim.hypervisor.io.Exits;
import vdcsim.hypervisor.io.Interception;
import vdcsim.hypervisor.io.IoCosts;
import vdcsim.hypervisor.vcpu.Vcpus;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.hypervisor.xen.XenCosts;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * A disk of a virtual machine: the guest's kernel and driver, the device that a process of the host
 * models, and the images on the host's disk behind it.
 *
 * <p>Metrics, below its name: {@code requests}, {@code exits-per-request}, {@code
 * host-time-per-request} that the threads in the host ran for each, {@code wake-ups} of that
 * thread; those of its {@link Exits} and of its {@link ImageChain}.
 */
public final class VirtualDisk implements BlockDevice, EventHandler {
  /** QEMU, util/thread-pool.c: max_threads. */
  private static final int MOST_THREADS = 64;

  private final String name;
  private final String vm;
  private final VirtualDiskSpec spec;
  private final World world;
  private final Exits exits;
  private Optional<Inside> inside = Optional.empty();
  private Optional<PooledFile> pool = Optional.empty();
  private long requests;

  private VirtualDisk(String vm, String name, VirtualDiskSpec spec, World world) {
    this.name = name;
    this.vm = vm;
    this.spec = spec;
    this.world = world;
    this.exits = new Exits(name, world.simulation().metrics());
  }

  /** What there is when all things of the world are. */
  private record Inside(
      Vcpus vcpus,
      Storage image,
      GuestDriver driver,
      Function<Interception, Registers> registers) {}

  /** Gives a virtual machine its disks; a disk is named {@code vm.disk}. */
  public static Wiring make(String vm, VirtualDisksSpec spec, World world) {
    List<VirtualDisk> made =
        spec.disks().entrySet().stream()
            .map(e -> new VirtualDisk(vm, vm + "." + e.getKey(), e.getValue(), world))
            .toList();
    made.forEach(disk -> world.add(disk.name, disk));
    return () -> made.forEach(VirtualDisk::inside);
  }

  private Inside inside() {
    if (inside.isEmpty()) {
      inside = Optional.of(connect());
    }
    return inside.get();
  }

  private String host() {
    return world.require("on", vm, VmSpec.class, "virtual machine").on();
  }

  private Inside connect() {
    world.require("on", vm, VirtualMachine.class, "virtual machine");
    HostDisk below = world.require("on", host() + "." + spec.on(), HostDisk.class, "disk");
    Machine host = world.require("on", host(), Machine.class, "host with 'cpu'");
    Vcpus vcpus = Vcpus.of(vm, world);
    Task thread = hostTask(host);
    Loop loop = new Loop(thread, spec.passCycles());
    ImageChain chain = chain(below, thread);
    publish(loop, thread);
    Interception kernel = interception(vcpus.context(0));
    LocalApic apic = new LocalApic(kernel);
    return switch (spec.model()) {
      case VIRTIO -> {
        VirtioBlk disk = new VirtioBlk(spec, apic, kernel);
        disk.serve(backend(loop, chain, disk));
        yield new Inside(vcpus, chain.top(), disk, disk::registers);
      }
      case IDE -> {
        Ide disk = new Ide(apic, kernel);
        disk.serve(backend(loop, chain, disk));
        yield new Inside(vcpus, chain.top(), disk, disk::registers);
      }
      case SCSI -> {
        Scsi disk = new Scsi(apic, kernel);
        disk.serve(backend(loop, chain, disk));
        yield new Inside(vcpus, chain.top(), disk, disk::registers);
      }
      case XEN -> {
        XenBlk disk =
            new XenBlk(vcpus.context(0), loop.thread(), chain.top(), XenCosts.DEFAULT, exits);
        yield new Inside(vcpus, chain.top(), disk, NoRegisters::of);
      }
    };
  }

  private Task hostTask(Machine host) {
    String thread =
        switch (spec.model()) {
          case IDE, SCSI -> "qemu";
          case XEN -> "blkback";
          case VIRTIO -> spec.service().name().toLowerCase(Locale.ROOT);
        };
    return host.task(name + "." + thread, Optional.empty(), 0, List.of());
  }

  private Backend backend(Loop loop, ImageChain chain, Backend.Source source) {
    boolean serial = spec.service() == Service.SERIAL;
    Storage image = new CachePolicy(chain.top(), spec.cache());
    Optional<Multiwrite> writes =
        Optional.of(new Multiwrite()).filter(gathered -> spec.multiwrite());
    return new Backend(loop, image, spec.requestCycles(), serial, writes, source);
  }

  /** Images lie behind those of disks that come before on the same disk. */
  private ImageChain chain(HostDisk below, Task thread) {
    long start = 0;
    for (VirtualDisk other : world.all(VirtualDisk.class)) {
      if (other == this) {
        break;
      }
      boolean same = other.host().equals(host()) && other.spec.on().equals(spec.on());
      start += same ? ImageChain.room(other.spec.layers(), other.bytes()) : 0;
    }
    return new ImageChain(
        name,
        spec.layers(),
        bytes(),
        file(below, thread),
        start,
        world.simulation().random(),
        world.simulation().metrics());
  }

  /** Past the page cache, or through it by threads of a pool; one that waits has no other. */
  private Storage file(HostDisk below, Task thread) {
    if (!spec.cache().isCached()) {
      return new HostFile(below, thread);
    }
    Machine machine = world.require("on", host(), Machine.class, "host with 'cpu'");
    boolean serial = spec.service() == Service.SERIAL;
    PooledFile made =
        new PooledFile(
            PageCache.of(host(), world).open(below),
            serial ? 1 : MOST_THREADS,
            number -> serial ? thread : worker(machine, number));
    pool = Optional.of(made);
    return made;
  }

  private Task worker(Machine machine, int number) {
    return machine.task(name + ".worker" + number, Optional.empty(), 0, List.of());
  }

  private Interception interception(ExecutionContext vcpu) {
    Machine host = world.require("on", host(), Machine.class, "host with 'cpu'");
    return new Interception(vcpu, host.processor()::cycles, IoCosts.of(spec.platform()), exits);
  }

  private void publish(Loop loop, Task thread) {
    Metrics metrics = world.simulation().metrics();
    metrics.figure(name + ".requests", Unit.COUNT, () -> requests);
    metrics.figure(name + ".exits-per-request", Unit.NONE, () -> per(exits.total()));
    metrics.figure(name + ".host-time-per-request", Unit.NANOSECONDS, () -> per(ranNs(thread)));
    metrics.figure(name + ".wake-ups", Unit.COUNT, loop::passes);
  }

  private long ranNs(Task thread) {
    boolean apart = spec.service() != Service.SERIAL;
    return thread.ranNs() + (apart ? pool.map(PooledFile::ranNs).orElse(0L) : 0);
  }

  private double per(long of) {
    return requests == 0 ? Double.NaN : (double) of / requests;
  }

  @Override
  public long bytes() {
    return spec.size()
        .map(size -> size.bytes())
        .orElseGet(
            () -> world.require("on", host() + "." + spec.on(), HostDisk.class, "disk").bytes());
  }

  @Override
  public ExecutionContext thread(String threadName, int index) {
    Inside known = inside();
    ExecutionContext task = known.vcpus.machine().task(threadName, Optional.empty(), 0, List.of());
    return new GuestThread(task, known.registers.apply(interception(task)));
  }

  @Override
  public void submit(
      ExecutionContext thread,
      DiskRequest request,
      EventHandler whenSubmitted,
      int kind,
      long argument) {
    requests++;
    request.submittedBy(thread, spec.completeCycles(), whenSubmitted, kind, argument);
    thread.execute(spec.submitCycles(), this, 0, 0, request);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    DiskRequest request = (DiskRequest) reference;
    if (request.offset() < 0 || request.offset() > bytes() - request.bytes()) {
      request.submitted();
      request.fail();
    } else {
      inside().driver.start(request.thread(), request);
    }
  }
}
