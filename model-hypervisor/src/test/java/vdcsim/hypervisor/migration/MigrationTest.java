package vdcsim.hypervisor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.migration.MigrationNet.MIB;
import static vdcsim.hypervisor.migration.MigrationNet.writer;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.ethernet.Cable;
import vdcsim.hypervisor.dirty.Pattern;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.kernel.spec.Refusal;

class MigrationTest {
  private static final double MEBIBYTES = 8.0 * MIB;
  private static final Duration LIMIT = Duration.ofMillis(300);

  @Test
  void preCopyWithoutWritesSendsMemoryOnce() {
    MigrationNet net = new MigrationNet(8e9, 4096);
    net.vm("web", 1024 * MIB, Optional.empty());
    net.migrate("web", Algorithm.PRE_COPY, 128 * MEBIBYTES, LIMIT);
    net.run(60);
    assertThat(net.metric("web.migration.transferred")).isCloseTo(1024.0 * MIB, within(1.0));
    assertThat(net.metric("web.migration.amplification")).isCloseTo(1, within(1e-6));
    assertThat(net.metric("web.migration.synchronizations")).isEqualTo(3);
    // 77 slices of 12.8 MiB leave 38.4 MiB and 38.4 MiB are not less than 0.3 s of 128 MiB/s; 78
    // leave 25.6, which the cable takes 27 ms for without the cap.
    assertThat(net.seconds("web.migration.total-time")).isCloseTo(7.827, within(0.11));
    assertThat(net.seconds("web.migration.downtime")).isCloseTo(0.027, within(0.014));
  }

  @Test
  void theCapLimitsWhileTheMachineRunsAndTheLimitSaysWhenItStops() {
    MigrationNet net = new MigrationNet(256 * MEBIBYTES, 4096);
    net.vm("web", 1024 * MIB, Optional.of(writer(32 * MEBIBYTES, 512 * MIB, Pattern.SEQUENTIAL)));
    net.migrate("web", Algorithm.PRE_COPY, 128 * MEBIBYTES, LIMIT);
    net.run(60);
    assertThat(net.metric("web.migration.completed")).isEqualTo(1);
    assertThat(net.seconds("web.migration.downtime")).isLessThan(0.15);
    assertThat(net.metric("web.migration.amplification")).isBetween(1.2, 1.34);
  }

  @Test
  void whatIsWrittenFasterThanSentNeverConverges() {
    MigrationNet net = new MigrationNet(8e9, 4096);
    net.vm("web", 1024 * MIB, Optional.of(writer(200 * MEBIBYTES, 512 * MIB, Pattern.UNIFORM)));
    net.migrate("web", Algorithm.PRE_COPY, 64 * MEBIBYTES, LIMIT);
    net.run(300);
    assertThat(net.metric("web.migration.completed")).isZero();
  }

  @Test
  void autoConvergeThrottlesUntilItDoes() {
    MigrationNet net = new MigrationNet(8e9, 4096);
    net.vm("web", 1024 * MIB, Optional.of(writer(200 * MEBIBYTES, 512 * MIB, Pattern.UNIFORM)));
    net.migrate("web", Algorithm.PRE_COPY, 64 * MEBIBYTES, LIMIT, Duration.ZERO, true);
    net.run(600);
    assertThat(net.metric("web.migration.completed")).isEqualTo(1);
    assertThat(net.metric("web.migration.throttle")).isBetween(0.6, 0.99);
  }

  @Test
  void postCopySendsEachPageOnceAndStandsStillForAnInstant() {
    MigrationNet net = new MigrationNet(1e9, 4096);
    net.vm("web", 1000 * MIB, Optional.of(writer(800e6, 256 * MIB, Pattern.UNIFORM)));
    net.migrate("web", Algorithm.POST_COPY, 10e9, LIMIT, Duration.ofMillis(5), false);
    net.run(60);
    assertThat(net.metric("web.migration.amplification")).isCloseTo(1, within(1e-6));
    assertThat(net.seconds("web.migration.total-time"))
        .isCloseTo(1000 * MEBIBYTES / 1e9, within(0.03));
    assertThat(net.seconds("web.migration.downtime")).isCloseTo(0.005, within(0.001));
    assertThat(net.metric("web.migration.page-faults")).isBetween(1.0, 65_536.0);
  }

  @Test
  void aBreakBeforeTheHandOverLeavesTheMachineAtItsSource() {
    MigrationNet net = new MigrationNet(1e9, 4096);
    VirtualMachine vm = net.vm("web", 1000 * MIB, Optional.empty());
    net.migrate("web", Algorithm.PRE_COPY, 10e9, LIMIT);
    net.simulation.schedule(2_000_000_000L, () -> net.world.all(Cable.class).get(0).fail());
    net.run(2000);
    assertThat(net.metric("web.migration.failed")).isEqualTo(1);
    assertThat(vm.on().host()).isEqualTo("h1");
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.RUNNING);
    assertThat(vm.isMigrating()).isFalse();
    assertThat(net.metric("web.migration.total-time")).isNaN();
  }

  @Test
  void theDestinationReservesAndTheSourceGivesBack() {
    MigrationNet net = new MigrationNet(8e9, 1024);
    VirtualMachine vm = net.vm("web", 1024 * MIB, Optional.empty());
    net.migrate("web", Algorithm.STOP_AND_COPY, 8e9, LIMIT);
    net.run(60);
    assertThat(vm.on().host()).isEqualTo("h2");
    assertThat(vm.on().free()).isZero();
    net.vm("other", 1024 * MIB, Optional.empty());
    net.migrate("other", Algorithm.STOP_AND_COPY, 8e9, LIMIT);
    net.run(120);
    assertThat(net.metric("other.migration.failed")).isEqualTo(1);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    MigrationNet net = new MigrationNet(8e9, 1024);
    net.vm("web", 1000 * MIB, Optional.empty());
    assertThatThrownBy(() -> net.vm("more", 25 * MIB, Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("'more' does not fit on 'h1'");
  }

  @Test
  void aMachineThatStandsStillWritesNothing() {
    MigrationNet net = new MigrationNet(8e9, 4096);
    VirtualMachine vm =
        net.vm("web", 1024 * MIB, Optional.of(writer(800e6, 512 * MIB, Pattern.UNIFORM)));
    vm.pause();
    net.migrate("web", Algorithm.PRE_COPY, 128 * MEBIBYTES, LIMIT);
    net.run(60);
    assertThat(net.metric("web.migration.amplification")).isCloseTo(1, within(1e-6));
    assertThat(vm.on().host()).isEqualTo("h2");
    assertThat(vm.state()).isEqualTo(VirtualMachine.State.PAUSED);
  }
}
