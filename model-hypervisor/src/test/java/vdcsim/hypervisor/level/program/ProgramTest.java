package vdcsim.hypervisor.level.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.level.Cause;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** A cycle is a nanosecond here. */
class ProgramTest {
  private static final long SECOND = 1_000_000_000L;
  private static final DataSize IMAGE = new DataSize(384 * 4096);

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);

  private void host() {
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            4,
            new Frequency(SECOND),
            SchedulerKind.EEVDF,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    Machine.make("h1", cpu, world).connect();
  }

  private void program(String name, LevelKind level, int rounds, ProgramPhaseSpec... phases) {
    ProgramSpec spec =
        new ProgramSpec(
            "h1",
            Optional.empty(),
            level,
            List.of(phases),
            rounds,
            IMAGE,
            new DataSize(128 * 4096),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO);
    Program.make(name, spec, world).connect();
  }

  private static ProgramPhaseSpec phase(Map<String, Long> calls, long computeNs, long repeat) {
    return new ProgramPhaseSpec(calls, Duration.ofNanos(computeNs), repeat);
  }

  private double metric(String name) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals(name))
        .findFirst()
        .orElseThrow()
        .statistic("value")
        .orElseThrow();
  }

  @Test
  void aThousandNullCallsTake1080CyclesEachAfterTheProgramHasStarted() {
    host();
    program("p", LevelKind.NATIVE, 1, phase(Map.of("null-call", 1L), 0, 1000));
    simulation.run(SECOND);
    assertThat(metric("p.start-time")).isEqualTo(1_272_000);
    assertThat(metric("p.run-time")).isEqualTo(1_080_000);
    assertThat(metric("p.cycles-per-repetition")).isEqualTo(1080);
    assertThat(metric("p.slowdown")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(LevelKind.class)
  void everyRepetitionIsDoneAndEveryCycleHasACause(LevelKind level) {
    host();
    program(
        "p",
        level,
        3,
        phase(Map.of("stat", 2L, "fork", 1L), 5000, 7),
        phase(Map.of("page-fault", 3L), 0, 11));
    simulation.run(100 * SECOND);
    assertThat(metric("p.calls")).isEqualTo(3 * (7 * 3 + 11 * 3));
    double shares = 0;
    for (Cause cause : Cause.values()) {
      shares += metric("p.share-of." + cause.word());
    }
    assertThat(shares).isCloseTo(1, within(1e-12));
    assertThat(metric("p.run-time")).isEqualTo(metric("p.cycles"));
  }

  @Test
  void aGuestThatSharesTheKernelStartsFasterAndIsSmallerThanAVirtualMachine() {
    host();
    ProgramPhaseSpec work = phase(Map.of("stat", 10L), 1_000_000, 10);
    program("process", LevelKind.NATIVE, 1, work);
    program("container", LevelKind.OS, 1, work);
    program("uml", LevelKind.USER_MODE_LINUX, 1, work);
    program("vm", LevelKind.HARDWARE, 1, work);
    simulation.run(100 * SECOND);
    assertThat(metric("container.start-time")).isGreaterThan(metric("process.start-time"));
    assertThat(metric("container.start-time")).isLessThan(0.01 * metric("vm.start-time"));
    assertThat(metric("uml.start-time")).isGreaterThan(metric("vm.start-time"));
    assertThat(metric("container.guest-memory")).isLessThan(0.05 * metric("vm.guest-memory"));
    assertThat(metric("container.isolation")).isLessThan(metric("uml.isolation"));
    assertThat(metric("uml.isolation")).isLessThan(metric("vm.isolation"));
  }

  @Test
  void aCallThatThereIsNotIsRefusedWithANearOne() {
    assertThatThrownBy(() -> phase(Map.of("frok", 1L), 0, 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("there is no call 'frok'")
        .hasMessageContaining("fork");
  }
}
