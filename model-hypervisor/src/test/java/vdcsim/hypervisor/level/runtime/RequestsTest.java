package vdcsim.hypervisor.level.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.world.World;

/** A cycle is a nanosecond here. */
class RequestsTest {
  private static final long MS = 1_000_000;

  private final Simulation simulation = new Simulation(1, 0);

  private void requests(int count) {
    World world = new World(simulation);
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            2,
            new Frequency(1000 * MS),
            SchedulerKind.EEVDF,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    Machine.make("h1", cpu, world).connect();
    // Ten methods of 100 cycles, called alike: a request of a millisecond calls each 1000 times.
    RuntimeSpec runtime =
        new RuntimeSpec(
            10,
            0,
            100,
            0,
            100,
            20,
            3,
            1.1,
            Optional.empty(),
            1,
            1,
            1000,
            10_000,
            Optional.empty(),
            new DataSize(1 << 20),
            0,
            new DataSize(0));
    RequestsSpec spec =
        new RequestsSpec(
            "h1",
            Optional.empty(),
            Families.constant(MS),
            Families.constant(50 * MS),
            Optional.of(runtime),
            Duration.ZERO,
            Optional.of(count));
    Requests.make("web", spec, world).connect();
    simulation.run(60_000 * MS);
  }

  private double metric(String name, String statistic) {
    return simulation.metrics().read().stream()
        .filter(m -> m.metric().equals("web." + name))
        .findFirst()
        .orElseThrow()
        .statistic(statistic)
        .orElseThrow();
  }

  @Test
  void theFirstRequestIsInterpretedAndTheSecondProfiled() {
    requests(1);
    assertThat(metric("slowdown", "value")).isEqualTo(20);
    // Ten methods of 100 bytes at 1000 cycles a byte: a millisecond, while the request still runs.
    assertThat(metric("compiled.quick", "value")).isEqualTo(10);
  }

  @Test
  void inTheEndARequestTakesATenthLongerThanNativeCode() {
    requests(300);
    assertThat(metric("answers", "value")).isEqualTo(300);
    assertThat(metric("compiled.optimized", "value")).isEqualTo(10);
    assertThat(metric("slowdown", "value")).isCloseTo(1.1, within(1e-9));
  }

  @Test
  void aMebibyteARequestFillsTheYoungGenerationOnceIn64Requests() {
    requests(300);
    assertThat(metric("collections", "value")).isEqualTo(4);
    assertThat(metric("pauses", "count")).isEqualTo(4);
    // The stop, and a twentieth of 64 MiB copied, and half of it again for each age.
    assertThat(metric("pauses", "min")).isGreaterThan(1_000_000 + 2 * 3_355_000 - 20_000);
  }
}
