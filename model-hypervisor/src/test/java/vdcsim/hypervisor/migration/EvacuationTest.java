package vdcsim.hypervisor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.migration.MigrationNet.MIB;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hypervisor.save.RestoreSpec;
import vdcsim.hypervisor.save.SaveSpec;
import vdcsim.hypervisor.save.SavedMachines;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.quantity.DataRate;

/** Machines that leave a host: all of it, or into a file. */
class EvacuationTest {
  private static final double BITS = 8.0 * MIB;

  private static EvacuateSpec evacuate(int parallel, EvacuationOrder order) {
    return new EvacuateSpec(
        "h1",
        List.of("h2"),
        parallel,
        order,
        Algorithm.STOP_AND_COPY,
        new DataRate(10_000_000_000L),
        Duration.ofMillis(300),
        false);
  }

  @Test
  void oneAfterTheOtherOverOneCable() {
    MigrationNet net = new MigrationNet(1e9, 4096);
    for (int i = 1; i <= 3; i++) {
      net.vm("vm" + i, i * 100 * MIB, Optional.empty());
    }
    net.simulation.schedule(
        0, Evacuation.plan(evacuate(1, EvacuationOrder.LARGEST_FIRST), net.world));
    net.run(60);
    assertThat(net.metric("h1.evacuated")).isEqualTo(3);
    // Each goes on 9 ms after its last byte, with a header of 8 B a page.
    double bits = 600 * BITS * 4104 / 4096;
    assertThat(net.seconds("h1.evacuation-time")).isCloseTo(bits / 1e9 + 0.027, within(0.005));
    assertThat(net.seconds("vm3.migration.total-time")).isLessThan(2.6);
  }

  @Test
  void whatFindsNoRoomIsStranded() {
    MigrationNet net = new MigrationNet(1e9, 1000);
    for (int i = 1; i <= 3; i++) {
      net.vm("vm" + i, 300 * MIB, Optional.empty());
    }
    net.vm("there", "h2", 300 * MIB, Optional.empty());
    net.simulation.schedule(0, Evacuation.plan(evacuate(3, EvacuationOrder.AS_NAMED), net.world));
    net.run(60);
    // All three are asked about at once: 700 MiB are free until the first has reserved.
    assertThat(net.metric("h1.evacuated")).isEqualTo(2);
    assertThat(net.metric("h1.stranded")).isEqualTo(1);
  }

  /** Manco et al. 2017: a unikernel of 3.6 MB under LightVM, 30 ms and 20 ms. */
  @Test
  void aSavedMachineGivesItsMemoryBackUntilItIsRestored() {
    MigrationNet net = new MigrationNet(1e9, 1000);
    VirtualMachine vm = net.vm("vm", 400 * MIB, Optional.empty());
    DataRate rate = new DataRate(4_000_000_000L);
    SaveSpec save = new SaveSpec("vm", rate, Duration.ofMillis(30));
    RestoreSpec restore = new RestoreSpec("vm", Optional.of("h2"), rate, Duration.ofMillis(20));
    net.simulation.schedule(0, SavedMachines.save(save, net.world));
    net.simulation.schedule(5_000_000_000L, SavedMachines.restore(restore, net.world));
    net.run(3);
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.SAVED);
    assertThat(vm.on().free()).isEqualTo(1000 * MIB);
    net.run(10);
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.RUNNING);
    assertThat(vm.on().host()).isEqualTo("h2");
    assertThat(net.seconds("vm.save-time")).isCloseTo(400 * BITS / 4e9 + 0.030, within(1e-6));
    assertThat(net.seconds("vm.restore-time")).isCloseTo(400 * BITS / 4e9 + 0.020, within(1e-6));
  }

  @Test
  void eachTimeThatAMachineIsSavedAndRestoredTheLastOneIsTold() {
    MigrationNet net = new MigrationNet(1e9, 1000);
    VirtualMachine vm = net.vm("vm", 400 * MIB, Optional.empty());
    for (long i = 1; i <= 2; i++) {
      DataRate rate = new DataRate(i * 2_000_000_000L);
      SaveSpec save = new SaveSpec("vm", rate, Duration.ZERO);
      RestoreSpec restore = new RestoreSpec("vm", Optional.empty(), rate, Duration.ZERO);
      net.simulation.schedule(i * 20_000_000_000L, SavedMachines.save(save, net.world));
      net.simulation.schedule(i * 20_000_000_000L + 10, SavedMachines.restore(restore, net.world));
      net.simulation.schedule(
          i * 20_000_000_000L + 10_000_000_000L, SavedMachines.restore(restore, net.world));
    }
    net.run(38);
    assertThat(net.seconds("vm.save-time")).isCloseTo(400 * BITS / 2e9, within(1e-6));
    assertThat(net.metric("vm.restores-refused")).isEqualTo(1);
    net.run(58);
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.RUNNING);
    assertThat(net.seconds("vm.save-time")).isCloseTo(400 * BITS / 4e9, within(1e-6));
    assertThat(net.seconds("vm.restore-time")).isCloseTo(400 * BITS / 4e9, within(1e-6));
    assertThat(net.metric("vm.restores-refused")).isEqualTo(2);
  }
}
