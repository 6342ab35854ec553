package vdcsim.hypervisor.spinlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.Occupancy;
import vdcsim.hardware.cpu.Speed;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.world.World;

/** Two threads on two virtual processors, which the test powers by hand. */
class LockedWorkTest {
  private static final long US = 1000;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final Machine machine =
      Machine.virtual(
          "web",
          CpuSpec.virtual(2, SchedulerKind.EEVDF, Duration.ofMillis(4), Duration.ZERO, Map.of()),
          simulation,
          Occupancy.UNWATCHED);

  private void threads(LockKind lock, long outsideUs, long insideUs) {
    world.add("web", machine);
    LockedWorkSpec spec =
        new LockedWorkSpec(
            "web",
            Optional.empty(),
            Families.constant(outsideUs * US),
            Families.constant(insideUs * US),
            lock,
            Duration.ofNanos(50 * US),
            Duration.ZERO,
            Duration.ZERO,
            20,
            Duration.ZERO);
    LockedWork.make("work", spec, world).connect();
  }

  private void power(int cpu, long atUs, long speed) {
    simulation.schedule(atUs * US, () -> machine.processor().power(cpu, simulation.now(), speed));
  }

  private double read(String metric) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals("work." + metric))
        .findFirst()
        .orElseThrow()
        .statistic("value")
        .orElseThrow();
  }

  /** Both compute for 10 us, then the one waits for the other's 10 us: then they alternate. */
  @Test
  void withBothProcessorsTheLockIsAlwaysTaken() {
    threads(LockKind.TICKET, 10, 10);
    power(0, 0, Speed.FULL);
    power(1, 0, Speed.FULL);
    simulation.run(1015 * US);
    // From 10 us on, a round ends every 10 us: at 20, 30, ..., 1010.
    assertThat(read("rounds")).isEqualTo(100);
    assertThat(read("spin-time")).isEqualTo(10 * US);
    assertThat(read("holder-preemptions")).isZero();
  }

  /** The holder stops at 15 us with 5 us to go, for 1 ms; the other spins from 10 us on. */
  @Test
  void aStoppedHolderStopsTheOther() {
    threads(LockKind.TICKET, 10, 10);
    power(0, 0, Speed.FULL);
    power(1, 0, Speed.FULL);
    power(0, 15, 0);
    power(0, 1015, Speed.FULL);
    simulation.run(1019 * US);
    assertThat(read("rounds")).isZero();
    assertThat(read("holder-preemptions")).isEqualTo(1);
    assertThat(read("spin-time")).isEqualTo(1009 * US);
  }

  /** The one that waits stops at 15 us; it is given the lock at 20 us, and keeps it unused. */
  @Test
  void aTicketIsPassedToOneThatHasNoProcessor() {
    threads(LockKind.TICKET, 10, 10);
    power(0, 0, Speed.FULL);
    power(1, 0, Speed.FULL);
    power(1, 15, 0);
    simulation.run(1000 * US);
    assertThat(read("rounds")).isEqualTo(1);
    assertThat(read("waiter-preemptions")).isEqualTo(1);
  }

  @Test
  void aTestAndSetLockIsTakenByOneThatHas() {
    threads(LockKind.TEST_AND_SET, 10, 10);
    power(0, 0, Speed.FULL);
    power(1, 0, Speed.FULL);
    power(1, 15, 0);
    simulation.run(1001 * US);
    // The first alone: 20 us a round.
    assertThat(read("rounds")).isEqualTo(50);
    // Powered at 1005 us it finds the lock free, and has it until 1015 us; then they alternate.
    power(1, 4, Speed.FULL);
    simulation.run(1016 * US);
    assertThat(read("rounds")).isEqualTo(51);
    simulation.run(2000 * US);
    assertThat(read("rounds")).isCloseTo(51 + 98, within(1.0));
  }

  /** Who has spun for 50 us halts: it computes no more until it is woken. */
  @Test
  void whoHasSpunForLongHalts() {
    threads(LockKind.PARAVIRTUAL_TICKET, 10, 10);
    power(0, 0, Speed.FULL);
    power(1, 0, Speed.FULL);
    power(0, 15, 0);
    power(0, 1015, Speed.FULL);
    simulation.run(1014 * US);
    assertThat(read("spin-time")).isEqualTo(0);
    assertThat(read("halts")).isEqualTo(1);
    assertThat(machine.processor().isIdle(1)).isTrue();
    simulation.run(1031 * US);
    assertThat(read("rounds")).isEqualTo(2);
    assertThat(read("wakes")).isEqualTo(1);
    assertThat(read("spin-time")).isEqualTo(50 * US);
    assertThat(List.of(read("holder-preemptions"))).containsExactly(1.0);
  }
}
