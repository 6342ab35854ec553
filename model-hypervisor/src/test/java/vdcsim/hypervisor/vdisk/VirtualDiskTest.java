package vdcsim.hypervisor.vdisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.disk.BlockDevice;
import vdcsim.hardware.disk.DiskRequest;
import vdcsim.hardware.disk.DiskSpec;
import vdcsim.hardware.disk.DiskType;
import vdcsim.hardware.disk.DisksSpec;
import vdcsim.hardware.disk.HostDisk;
import vdcsim.hardware.disk.Operation;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.image.ImageFormat;
import vdcsim.hypervisor.image.LayerSpec;
import vdcsim.hypervisor.io.IoPlatform;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

class VirtualDiskTest {
  private static final long GIB = 1L << 30;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private int done;
  private Ending ending = Ending.SUBMITTER;
  private int completeCycles;

  /** A host of 4 processors of 1 GHz that switch at once, and a machine with a disk of 4 GiB. */
  private BlockDevice disk(DiskInterface model, Service service, List<LayerSpec> layers) {
    new Host("h", new HostSpec(Map.of()), world);
    Machine.make(
        "h",
        new CpuSpec(
            1,
            4,
            new Frequency(1_000_000_000L),
            SchedulerKind.RUN_TO_COMPLETION,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of()),
        world);
    Hypervisor.make("h", new HypervisorSpec(new DataSize(64 * GIB)), world);
    HostDisk.make("h", new DisksSpec(Map.of("d", nvme())), world);
    VmSpec vm = new VmSpec("h", 1, new DataSize(GIB), new DataSize(0), Optional.empty(), true);
    VirtualDiskSpec spec =
        new VirtualDiskSpec(
            "d",
            Optional.of(new DataSize(4 * GIB)),
            layers,
            model,
            service,
            CacheMode.NONE,
            IoPlatform.KVM,
            128,
            true,
            true,
            false,
            ending,
            10_000,
            5_000,
            0,
            completeCycles);
    List<Wiring> wirings = new ArrayList<>();
    wirings.add(VirtualMachine.make("vm", vm, world));
    wirings.add(
        VirtualDisk.make(
            "vm", new VirtualDisksSpec(new LinkedHashMap<>(Map.of("v", spec))), world));
    wirings.forEach(Wiring::connect);
    return world.require("", "vm.v", BlockDevice.class, "disk");
  }

  private static DiskSpec nvme() {
    return new DiskSpec(
        DiskType.NVME,
        new DataSize(100 * GIB),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        1_000,
        1_000);
  }

  /** Requests one after the other, or all at once. */
  private void read(BlockDevice disk, int count, boolean atOnce) {
    ExecutionContext thread = disk.thread("t", 0);
    for (int i = 0; i < count; i++) {
      DiskRequest request = new DiskRequest((k, a, r) -> done++, 0);
      request.ask(Operation.READ, 4096L * (3 * i + 1), 4096);
      disk.submit(thread, request, (k, a, r) -> {}, 0, 0);
      if (!atOnce) {
        simulation.run(simulation.now() + 10_000_000);
      }
    }
    simulation.run(simulation.now() + 1_000_000_000);
    assertThat(done).isEqualTo(count);
    assertThat(simulation.conservation().violations()).isEmpty();
  }

  private double metric(String name) {
    for (Measurement measurement : simulation.metrics().read()) {
      if (measurement instanceof Measurement.Scalar scalar && scalar.metric().equals(name)) {
        return scalar.value();
      }
    }
    throw new AssertionError("no metric " + name);
  }

  @Test
  void aVirtioRequestIsAKickAnInterruptAndItsEnd() {
    read(disk(DiskInterface.VIRTIO, Service.QEMU, List.of()), 10, false);
    assertThat(metric("vm.v.io-exits-by.kick")).isEqualTo(10);
    assertThat(metric("vm.v.io-exits-by.interrupt")).isEqualTo(10);
    assertThat(metric("vm.v.io-exits-by.eoi")).isEqualTo(10);
    assertThat(metric("vm.v.io-exits")).isEqualTo(30);
    // Two passes of 5 us, 10 us for the request, 1 us and 1 us in the kernel.
    assertThat(metric("vm.v.host-time-per-request")).isEqualTo(22_000);
    assertThat(metric("h.d.reads")).isEqualTo(10);
  }

  @Test
  void whoTakesTheInterruptMayEndTheRequestInPlaceOfItsThread() {
    completeCycles = 7000;
    for (Ending who : Ending.values()) {
      ending = who;
      assertThat(threadRan(who)).isEqualTo(who == Ending.SUBMITTER ? 10 * 7000 : 0);
    }
  }

  /** What a guest's thread ran for the ends of ten requests, its kicks left out. */
  private long threadRan(Ending who) {
    VirtualDiskTest other = new VirtualDiskTest();
    other.completeCycles = completeCycles;
    other.ending = who;
    BlockDevice disk = other.disk(DiskInterface.VIRTIO, Service.QEMU, List.of());
    long[] cycles = new long[1];
    ExecutionContext counted =
        (asked, whenDone, kind, argument, reference) -> {
          cycles[0] += asked;
          whenDone.handle(kind, argument, reference);
        };
    GuestThread real = (GuestThread) disk.thread("t", 0);
    for (int i = 0; i < 10; i++) {
      DiskRequest request = new DiskRequest((k, a, r) -> {}, 0);
      request.ask(Operation.READ, 4096L * (3 * i + 1), 4096);
      GuestThread thread = new GuestThread(counted, real.registers());
      disk.submit(thread, request, (k, a, r) -> {}, 0, 0);
      other.simulation.run(other.simulation.now() + 10_000_000);
    }
    return cycles[0];
  }

  @Test
  void manyVirtioRequestsShareTheirExits() {
    read(disk(DiskInterface.VIRTIO, Service.QEMU, List.of()), 100, true);
    assertThat(metric("vm.v.io-exits-by.kick")).isLessThan(10);
    assertThat(metric("vm.v.exits-per-request")).isLessThan(2.5);
  }

  @Test
  void anIdeRequestIs27Ports() {
    read(disk(DiskInterface.IDE, Service.QEMU, List.of()), 10, false);
    assertThat(metric("vm.v.io-exits-by.pio")).isEqualTo(270);
    assertThat(metric("vm.v.io-exits-by.interrupt")).isEqualTo(10);
    assertThat(metric("vm.v.exits-per-request")).isEqualTo(29);
  }

  @Test
  void anIdeDiskTakesOneRequestAfterTheOther() {
    read(disk(DiskInterface.IDE, Service.QEMU, List.of()), 100, true);
    assertThat(metric("vm.v.io-exits-by.pio")).isEqualTo(2700);
  }

  @Test
  void aScsiRequestIsFourAccesses() {
    read(disk(DiskInterface.SCSI, Service.QEMU, List.of()), 10, false);
    assertThat(metric("vm.v.io-exits-by.mmio")).isEqualTo(40);
  }

  @Test
  void aXenRequestIsTwoEvents() {
    read(disk(DiskInterface.XEN, Service.QEMU, List.of()), 10, false);
    assertThat(metric("vm.v.io-exits-by.hypercall")).isEqualTo(10);
    assertThat(metric("vm.v.io-exits-by.interrupt")).isEqualTo(10);
  }

  @Test
  void aServantThatWaitsMakesADiskAsSlowAsOneRequest() {
    read(disk(DiskInterface.VIRTIO, Service.SERIAL, List.of()), 100, true);
    // 12 us of work for each, and one pass for all; the guest is told when all are done.
    assertThat(metric("vm.v.host-time-per-request")).isCloseTo(12_050, within(60.0));
    assertThat(metric("vm.v.io-exits-by.interrupt")).isEqualTo(1);
  }

  @Test
  void aRequestReachesThePlaceOfTheImage() {
    LayerSpec qcow2 =
        new LayerSpec(
            ImageFormat.QCOW2,
            LayerSpec.PLAIN.filled(),
            LayerSpec.PLAIN.cluster(),
            LayerSpec.PLAIN.cache());
    read(disk(DiskInterface.IDE, Service.QEMU, List.of(LayerSpec.PLAIN, qcow2)), 10, false);
    assertThat(metric("h.d.reads")).isEqualTo(10);
    assertThat(metric("vm.v.allocations")).isZero();
  }

  @Test
  void beyondItsEndARequestFails() {
    BlockDevice disk = disk(DiskInterface.VIRTIO, Service.QEMU, List.of());
    boolean[] failed = new boolean[1];
    DiskRequest request = new DiskRequest((k, a, r) -> failed[0] = ((DiskRequest) r).failed(), 0);
    request.ask(Operation.READ, 4 * GIB - 100, 4096);
    disk.submit(disk.thread("t", 0), request, (k, a, r) -> {}, 0, 0);
    simulation.run(1_000_000);
    assertThat(failed[0]).isTrue();
  }
}
