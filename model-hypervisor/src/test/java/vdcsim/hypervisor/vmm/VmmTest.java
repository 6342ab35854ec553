package vdcsim.hypervisor.vmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.cpu.Task;
import vdcsim.kernel.spec.Refusal;

/** A cycle is a nanosecond here. */
class VmmTest {
  private static final long EMULATED_IN = 1240;

  private static Bench bench(VmmArchitecture architecture) {
    return new Bench(2, VmmSpec.of(architecture));
  }

  @ParameterizedTest
  @EnumSource(VmmArchitecture.class)
  void whatTheMonitorHandlesItselfCostsARoundTripOf1195Everywhere(VmmArchitecture architecture) {
    assertThat(bench(architecture).exitNs(Place.MONITOR, 0)).isEqualTo(1195);
  }

  @Test
  void aPortReadThatQemuHandlesTakes6855CyclesUnderKvm() {
    Bench bench = bench(VmmArchitecture.KERNEL_MODULE);
    // kvm-vmexit-inl_from_qemu: 6856, of which half a cycle on each side is rounded away.
    assertThat(bench.exitNs(Place.PROCESS, EMULATED_IN)).isEqualTo(6855);
  }

  @Test
  void aHostedMonitorSwitchesWorldsTwiceBesides() {
    Bench bench = bench(VmmArchitecture.HOSTED);
    assertThat(bench.exitNs(Place.PROCESS, EMULATED_IN)).isEqualTo(6855 + 2 * 3262);
  }

  @Test
  void aBareMetalHypervisorHasTheDeviceAtHand() {
    Bench bench = bench(VmmArchitecture.BARE_METAL);
    assertThat(bench.exitNs(Place.PROCESS, EMULATED_IN)).isEqualTo(1195 + EMULATED_IN);
  }

  @Test
  void aDriverDomainIsToldAndTellsTheGuest() {
    Bench bench = new Bench(2, Bench.driverDomainOn(0));
    assertThat(bench.exitNs(Place.PROCESS, EMULATED_IN)).isEqualTo(6855 + 2 * 4334);
    assertThat(bench.metric("h1.vmm.time-per-exit.event", "value")).isEqualTo(2 * 4334);
    assertThat(bench.metric("h1.vmm.time-per-exit.waiting", "value")).isZero();
  }

  @Test
  void wakingTheDriverDomainAndTheGuestTakesASwitchEach() {
    Bench bench = new Bench(2, Bench.driverDomainOn(0), Duration.ofNanos(3000));
    long withSwitches = bench.exitNs(Place.DRIVER, 0);
    // The first switch puts the virtual processor on its core before it exits.
    assertThat(withSwitches).isEqualTo(1195 + 2 * 4334 + 3 * 3000);
  }

  /** Dall et al. 2016, table 2, Xen on x86: from the way out the way back is predicted. */
  @Test
  void anEventFromTheDriverDomainReachesAGuestWithin15PercentOfTheMeasured10050Cycles() {
    // A switch is what is left of the 11 262 cycles from the guest to domain 0.
    long switching = 11_262 - 598 - 4334;
    Bench bench = new Bench(2, Bench.driverDomainOn(0), Duration.ofNanos(switching));
    Task vcpu = bench.task("vcpu", 1);
    long[] at = new long[3];
    vcpu.execute(
        100,
        () -> {
          at[0] = bench.simulation.now();
          bench.vmm.exit(
              vcpu,
              Place.DRIVER,
              0,
              () -> at[1] = bench.simulation.now(),
              () -> at[2] = bench.simulation.now());
        });
    bench.simulation.run(1_000_000);
    assertThat(at[1] - at[0]).isEqualTo(11_262);
    assertThat(at[2] - at[1]).isEqualTo(4334 + switching + 597);
    assertThat((double) (at[2] - at[1])).isCloseTo(10_050, within(0.15 * 10_050));
  }

  @Test
  void aPostedKickCostsTheGuest1762CyclesWhileTheDeviceWorks() {
    Bench bench = bench(VmmArchitecture.KERNEL_MODULE);
    List<String> order = new ArrayList<>();
    Task vcpu = bench.task("vcpu", 1);
    long[] at = new long[2];
    bench.vmm.post(
        vcpu,
        Place.DRIVER,
        100_000,
        () -> {
          order.add("device");
          at[0] = bench.simulation.now();
        },
        () -> {
          order.add("guest");
          at[1] = bench.simulation.now();
        });
    bench.simulation.run(1_000_000);
    assertThat(order).containsExactly("guest", "device");
    // QEMU, docs/specs/pci-testdev.txt, portio-wildcard-eventfd.
    assertThat(at[1]).isEqualTo(1762);
    assertThat(at[0]).isEqualTo(598 + 567 + 100_000);
  }

  @Test
  void aPostedKickToTheMonitorItselfWaitsForIt() {
    Bench bench = bench(VmmArchitecture.HOSTED);
    List<String> order = new ArrayList<>();
    Task vcpu = bench.task("vcpu", 1);
    bench.vmm.post(vcpu, Place.PROCESS, 10, () -> order.add("device"), () -> order.add("guest"));
    bench.simulation.run(1_000_000);
    assertThat(order).containsExactly("device", "guest");
  }

  @Test
  void aFullCoreDelaysTheDriverDomainAndNotTheKernelModule() {
    double alone = latency(Bench.driverDomainOn(0), false);
    double loaded = latency(Bench.driverDomainOn(0), true);
    assertThat(loaded).isGreaterThan(20 * alone);
    VmmSpec kvm = VmmSpec.of(VmmArchitecture.KERNEL_MODULE);
    assertThat(latency(kvm, true)).isEqualTo(latency(kvm, false));
  }

  /** The mean latency of 20 exits of a guest on processor 1, while processor 0 has work or none. */
  private static double latency(VmmSpec spec, boolean loaded) {
    Bench bench = new Bench(2, spec);
    if (loaded) {
      for (int i = 0; i < 3; i++) {
        bench.task("load" + i, 0).execute(20_000_000_000L, () -> {});
      }
    }
    Task vcpu = bench.task("vcpu", 1);
    bench.simulation.schedule(1_000, () -> loop(bench, vcpu, 20));
    bench.simulation.run(5_000_000_000L);
    double sum = 0;
    for (Stage stage : Stage.values()) {
      sum += bench.metric("h1.vmm.time-per-exit." + stage.word(), "value");
    }
    double mean = bench.metric("h1.vmm.exit-latency", "mean");
    // Every nanosecond of an exit belongs to a stage.
    assertThat(sum).isCloseTo(mean, within(0.002 * mean));
    return mean;
  }

  private static void loop(Bench bench, Task vcpu, int left) {
    if (left > 0) {
      bench.vmm.exit(
          vcpu,
          Place.PROCESS,
          EMULATED_IN,
          () -> {},
          // Between the accesses the guest computes.
          () -> vcpu.execute(10_000, () -> loop(bench, vcpu, left - 1)));
    }
  }

  @Test
  void anInterruptTakesTheGuestOutOfItsCodeAndBackIn() {
    Bench bench = bench(VmmArchitecture.KERNEL_MODULE);
    long[] at = new long[1];
    bench.vmm.interrupt(
        ExecutionContext.FREE, bench.task("vcpu", 1), () -> at[0] = bench.simulation.now());
    bench.simulation.run(1_000_000);
    assertThat(at[0]).isEqualTo(1195);
  }

  @Test
  void aCostBelowNothingIsRefused() {
    assertThatThrownBy(
            () ->
                new VmmSpec(
                    VmmArchitecture.HOSTED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(-1L),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("world-switch must lie between 0");
  }
}
