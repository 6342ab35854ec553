package vdcsim.hypervisor.vmm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.kernel.random.Families;

/** A cycle is a nanosecond here. */
class AccessLoopTest {
  private static Bench looped(VmmArchitecture architecture, boolean posted) {
    Bench bench = new Bench(2, VmmSpec.of(architecture));
    AccessLoopSpec spec =
        new AccessLoopSpec(
            "h1",
            Optional.empty(),
            List.of(1),
            Place.PROCESS,
            posted,
            Families.constant(10_000),
            1240,
            Optional.of(100),
            Duration.ZERO);
    AccessLoop.make("g", spec, bench.world).connect();
    bench.simulation.run(1_000_000_000L);
    return bench;
  }

  @Test
  void aHundredAccessesTakeAHundredComputationsAndAHundredWaysThere() {
    Bench bench = looped(VmmArchitecture.KERNEL_MODULE, false);
    assertThat(bench.metric("g.run-time", "value")).isEqualTo(100 * (10_000 + 6855));
    assertThat(bench.metric("g.cpu-time", "value")).isEqualTo(100 * (10_000 + 6855));
    assertThat(bench.metric("g.speed", "value")).isEqualTo(10_000.0 / 16_855);
    assertThat(bench.metric("h1.vmm.exits", "value")).isEqualTo(100);
  }

  @Test
  void aPostedAccessLeavesTheDevicesWorkToAnotherProcessor() {
    Bench bench = looped(VmmArchitecture.KERNEL_MODULE, true);
    assertThat(bench.metric("g.run-time", "value")).isEqualTo(100 * (10_000 + 1762));
  }

  @Test
  void aDriverDomainComputesOnAnotherProcessor() {
    Bench bench = looped(VmmArchitecture.DRIVER_DOMAIN, false);
    assertThat(bench.metric("g.run-time", "value")).isEqualTo(100 * (10_000 + 6855 + 2 * 4334));
    assertThat(bench.metric("g.cpu-time", "value")).isEqualTo(100 * (10_000 + 1195 + 4334));
  }
}
