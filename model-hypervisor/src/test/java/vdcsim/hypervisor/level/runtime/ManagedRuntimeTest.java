package vdcsim.hypervisor.level.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
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
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.World;

/** A cycle is a nanosecond here. */
class ManagedRuntimeTest {
  private static final long SECOND = 1_000_000_000L;

  private final Simulation simulation = new Simulation(1, 0);
  private final Machine machine = machine();

  private Machine machine() {
    World world = new World(simulation);
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            1,
            new Frequency(SECOND),
            SchedulerKind.EEVDF,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    Machine.make("h1", cpu, world).connect();
    return world.find("h1", Machine.class).orElseThrow();
  }

  /** Methods of 100 cycles and no loops; a byte code of one byte. */
  private static RuntimeSpec spec(int methods, double interpreted) {
    RuntimeSpec usual = RuntimeSpec.UNSAID;
    return new RuntimeSpec(
        methods,
        0,
        100,
        0,
        1,
        interpreted,
        3,
        1.1,
        Optional.empty(),
        1,
        1,
        1000,
        10_000,
        Optional.empty(),
        usual.allocation(),
        0,
        new DataSize(0));
  }

  private ManagedRuntime runtime(RuntimeSpec spec) {
    return new ManagedRuntime("vm", spec, machine, Optional.empty(), simulation.metrics());
  }

  @Test
  void theFirstCallsAreInterpreted() {
    assertThat(runtime(spec(1, 20)).run(19_900)).isEqualTo(20 * 19_900);
  }

  @Test
  void after200CallsAMethodIsCompiledAsSoonAsTheCompilerHadTheProcessor() {
    ManagedRuntime runtime = runtime(spec(1, 20));
    runtime.run(20_000);
    // The compiler has not run yet.
    assertThat(runtime.run(1000)).isEqualTo(20_000);
    simulation.run(999);
    assertThat(runtime.count(Tier.INTERPRETED)).isEqualTo(1);
    simulation.run(1000);
    assertThat(runtime.count(Tier.PROFILED)).isEqualTo(1);
    assertThat(runtime.run(1000)).isEqualTo(3000);
  }

  @Test
  void after5000CallsMoreItIsOptimizedAndStaysAtATenthAboveNative() {
    ManagedRuntime runtime = runtime(spec(1, 20));
    runtime.run(20_000);
    simulation.run(1000);
    runtime.run(499_900);
    simulation.run(100_000);
    assertThat(runtime.count(Tier.PROFILED)).isEqualTo(1);
    runtime.run(100);
    simulation.run(110_000);
    assertThat(runtime.count(Tier.OPTIMIZED)).isEqualTo(1);
    assertThat(runtime.run(1_000_000)).isEqualTo(1_100_000);
  }

  @Test
  void aBusyProcessorDelaysTheCompiler() {
    ManagedRuntime runtime = runtime(spec(1, 20));
    for (int i = 0; i < 9; i++) {
      machine.task("load" + i, Optional.empty(), 0, List.of()).execute(SECOND, () -> {});
    }
    runtime.run(20_000);
    simulation.run(1000);
    assertThat(runtime.count(Tier.INTERPRETED)).isEqualTo(1);
  }

  @Test
  void methodsWaitForTheOneThreadOfTheirCompiler() {
    ManagedRuntime runtime = runtime(spec(3, 20));
    // 240 calls each: with one method waiting, the third needs a fifth more than 200.
    runtime.run(72_000);
    simulation.run(1000);
    assertThat(runtime.count(Tier.PROFILED)).isEqualTo(1);
    simulation.run(2000);
    assertThat(runtime.count(Tier.PROFILED)).isEqualTo(2);
    simulation.run(3000);
    assertThat(runtime.count(Tier.PROFILED)).isEqualTo(3);
  }

  @Test
  void nothingIsLostHoweverThePiecesAreCut() {
    ManagedRuntime cut = runtime(spec(7, 20));
    long pieces = 0;
    for (int i = 0; i < 7; i++) {
      pieces += cut.run(100);
    }
    assertThat((double) pieces).isCloseTo(20.0 * 700, within(1.0));
  }

  @Test
  void anInterpreterThatIsFasterThanCompiledCodeIsRefused() {
    assertThatThrownBy(() -> spec(1, 2))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("interpreted code is the slowest");
  }
}
