package vdcsim.hypervisor.memory.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.memory.frames.HostMemory;
import vdcsim.hypervisor.memory.frames.PhysicalMap;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** A host of 4 MiB, 1024 frames, with a machine of 1 MiB. */
class MachineMemoryTest {
  private static final int MIB = 1 << 20;

  private final World world = new World(new Simulation(1, 0));

  @BeforeEach
  void host() {
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            1,
            new Frequency(1_000_000_000),
            SchedulerKind.EEVDF,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    Machine.make("h1", cpu, world).connect();
    Hypervisor.make("h1", new HypervisorSpec(new DataSize(4 * MIB)), world).connect();
    vm("web", MIB);
  }

  private void vm(String name, int bytes) {
    VmSpec spec = new VmSpec("h1", 1, new DataSize(bytes), new DataSize(0), Optional.empty(), true);
    VirtualMachine.make(name, spec, world).connect();
  }

  private HostMemory memory() {
    return world.find("h1", HostMemory.class).orElseThrow();
  }

  /** What is promised to the machine is behind its guest, and not taken a second time. */
  @Test
  void aGuestInAMachineHasWhatTheMachineWasPromised() {
    assertThat(memory().free()).isEqualTo(1024 - 256);
    PhysicalMap map = HostFrames.map("web", "guest", 256, 0, world);
    assertThat(memory().ownerName(memory().owner(map.hostFrame(0)))).isEqualTo("web");
    assertThat(memory().free()).isEqualTo(1024 - 256);
    assertThatThrownBy(() -> HostFrames.map("web", "second", 1, 0, world))
        .isInstanceOf(Refusal.class)
        .hasMessage("'web' has 256 frames, of which 256 are in use; this takes 1");
  }

  /** A guest on the host itself takes what is promised to nobody; then no frame is left. */
  @Test
  void aHostThatRunsOutRefuses() {
    HostFrames.map("h1", "guest", 768, 0, world);
    assertThatThrownBy(() -> HostFrames.map("h1", "second", 1, 0, world))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "the host has no frames left: 1024 of 1024 are given away or promised; this takes 1");
    HostFrames.map("web", "guest", 256, 0, world);
  }

  /** And no machine is admitted any more. */
  @Test
  void framesThatAreGivenAreNotPromised() {
    HostFrames.map("h1", "guest", 700, 0, world);
    assertThatThrownBy(() -> vm("big", 3 * MIB))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("the memory of 'big' does not fit on 'h1'");
  }
}
