package vdcsim.hypervisor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.migration.MigrationNet.MIB;
import static vdcsim.hypervisor.migration.MigrationNet.writer;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Cable;
import vdcsim.hypervisor.dirty.Pattern;
import vdcsim.hypervisor.migration.MigrationNet.Options;
import vdcsim.hypervisor.vm.VirtualMachine;

/** What becomes of a machine when the way or a host fails, by the stage in which it does. */
class FailureTest {
  private static final long SECOND = 1_000_000_000L;

  private final MigrationNet net = new MigrationNet(1e9, 4096);

  private VirtualMachine moves(Algorithm algorithm) {
    VirtualMachine vm =
        net.vm("web", 1000 * MIB, Optional.of(writer(100e6, 64 * MIB, Pattern.UNIFORM)));
    net.migrate(new Options("web", algorithm));
    return vm;
  }

  private void cableFailsAt(double seconds) {
    net.simulation.schedule(
        (long) (seconds * SECOND), () -> net.world.all(Cable.class).get(0).fail());
  }

  private void crashesAt(double seconds, String host) {
    net.simulation.schedule(
        (long) (seconds * SECOND), CrashHost.plan(new CrashHost(host), net.world));
  }

  @Test
  void whileAllIsSentTheMachineStandsStillUntilTheSourceGivesUp() {
    VirtualMachine vm = moves(Algorithm.STOP_AND_COPY);
    cableFailsAt(2);
    net.run(100);
    assertThat(net.metric("web.migration.failed")).isEqualTo(1);
    assertThat(vm.on().host()).isEqualTo("h1");
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.RUNNING);
    // Paused at once; silent from 2 s on; given up after 30 s.
    assertThat(net.seconds("web.migration.downtime")).isCloseTo(32, within(0.01));
  }

  @Test
  void aShortBreakOnlyDelays() {
    moves(Algorithm.STOP_AND_COPY);
    cableFailsAt(2);
    net.simulation.schedule(5 * SECOND, () -> net.world.all(Cable.class).get(0).repair());
    net.run(100);
    assertThat(net.metric("web.migration.completed")).isEqualTo(1);
    assertThat(net.seconds("web.migration.total-time")).isBetween(11.3, 16.0);
  }

  @Test
  void theDestinationGivesTheReservedMemoryBack() {
    moves(Algorithm.PRE_COPY);
    crashesAt(2, "h2");
    net.run(100);
    assertThat(net.metric("web.migration.failed")).isEqualTo(1);
    assertThat(VirtualMachine.hypervisor("to", "h2", net.world).free()).isEqualTo(4096 * MIB);
  }

  @Test
  void theSourceTakesTheMachineWithIt() {
    VirtualMachine vm = moves(Algorithm.PRE_COPY);
    crashesAt(2, "h1");
    net.run(100);
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.CRASHED);
    assertThat(net.metric("web.migration.failed")).isEqualTo(1);
  }

  @Test
  void behindTheCommitmentTheSourceMatters() {
    VirtualMachine vm = moves(Algorithm.PRE_COPY);
    crashesAt(20, "h1");
    net.run(100);
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.RUNNING);
    assertThat(vm.on().host()).isEqualTo("h2");
    assertThat(net.metric("web.migration.completed")).isEqualTo(1);
  }

  @Test
  void inPostCopyEitherHostTakesTheMachineWithIt() {
    VirtualMachine vm = moves(Algorithm.POST_COPY);
    crashesAt(2, "h1");
    net.run(100);
    assertThat(vm.on().host()).isEqualTo("h2");
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.CRASHED);
    assertThat(net.metric("web.migration.failed")).isEqualTo(1);
  }

  @Test
  void inPostCopyABrokenWayStopsTheMachineUntilItIsRecovered() {
    VirtualMachine vm = moves(Algorithm.POST_COPY);
    cableFailsAt(2);
    net.run(50);
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.PAUSED);
    assertThat(net.metric("web.migration.interrupted")).isEqualTo(1);
    net.world.all(Cable.class).get(0).repair();
    net.simulation.schedule(0, RecoverMigration.plan(new RecoverMigration("web"), net.world));
    net.run(100);
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.RUNNING);
    assertThat(net.metric("web.migration.completed")).isEqualTo(1);
    assertThat(net.metric("web.migration.amplification")).isCloseTo(1, within(1e-4));
  }

  @Test
  void aCommitmentThatDoesNotGetThroughIsNone() {
    VirtualMachine vm = moves(Algorithm.STOP_AND_COPY);
    // The last byte arrives after 8.388608 s; the round trip takes microseconds.
    cableFailsAt(8.3886);
    net.run(100);
    assertThat(vm.on().host()).isEqualTo("h1");
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.RUNNING);
  }

  @Test
  void theDowntimeIsMadeOfItsParts() {
    Options options = new Options("web", Algorithm.PRE_COPY);
    options.deviceBytes = 12_500_000;
    options.activation = Duration.ofMillis(40);
    net.vm("web", 1000 * MIB, Optional.of(writer(100e6, 64 * MIB, Pattern.UNIFORM)));
    net.migrate(options);
    net.run(100);
    double parts =
        net.seconds("web.migration.downtime-last-copy")
            + net.seconds("web.migration.downtime-device-state")
            + net.seconds("web.migration.downtime-commitment")
            + net.seconds("web.migration.downtime-activation");
    assertThat(net.seconds("web.migration.downtime")).isCloseTo(parts, within(1e-9));
    assertThat(net.seconds("web.migration.downtime-device-state")).isCloseTo(0.1, within(1e-3));
    assertThat(net.seconds("web.migration.downtime-activation")).isEqualTo(0.04);
    assertThat(net.seconds("web.migration.downtime-commitment")).isPositive();
  }
}
