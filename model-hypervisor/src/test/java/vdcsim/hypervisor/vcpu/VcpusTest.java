package vdcsim.hypervisor.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.vcpu.Rack.MS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.kernel.spec.Refusal;

class VcpusTest {
  private static final long MEGA = 1_000_000;

  /** 20 million cycles at 2 GHz. */
  private static final long TEN_MS = 20 * MEGA;

  private static Rack rack(int cores, SchedulerKind scheduler) {
    return new Rack().host("h1", cores, 2, scheduler);
  }

  @Test
  void anIdleHostComputesAtItsClock() {
    Rack rack = rack(1, SchedulerKind.EEVDF);
    rack.plain("web", "h1");
    List<Double> done = rack.done(rack.vcpus("web").context(0), TEN_MS);
    rack.runMs(100);
    assertThat(done).containsExactly(10.0);
    assertThat(rack.vcpus("web").ranNs()).isEqualTo(10 * MS);
    assertThat(rack.vcpus("web").stolenNs()).isZero();
  }

  /** Two machines with a processor each on one core: the other's time is steal time. */
  @ParameterizedTest
  @EnumSource(names = {"EEVDF", "CFS", "CREDIT"})
  void machinesShareByWeight(SchedulerKind scheduler) {
    Rack rack = rack(1, scheduler);
    rack.vm("light", "h1", 2, Rack.weight(256));
    rack.vm("heavy", "h1", 2, Rack.weight(512));
    rack.loops("light");
    rack.loops("heavy");
    rack.runMs(9000);
    assertThat(rack.vcpus("light").ranNs() / 9e9).isCloseTo(1 / 3.0, within(0.01));
    assertThat(rack.vcpus("heavy").ranNs() / 9e9).isCloseTo(2 / 3.0, within(0.01));
    long light = rack.vcpus("light").ranNs() + rack.vcpus("light").stolenNs();
    assertThat(light).isEqualTo(2 * 9000 * MS);
  }

  @ParameterizedTest
  @EnumSource(names = {"EEVDF", "CFS", "CREDIT"})
  void aCapHoldsOnAnIdleHost(SchedulerKind scheduler) {
    Rack rack = rack(2, scheduler);
    rack.vm("web", "h1", 2, Rack.cap(50));
    rack.loops("web");
    rack.runMs(6000);
    assertThat(rack.vcpus("web").ranNs() / 6e9).isCloseTo(0.5, within(0.02));
  }

  @Test
  void aPausedMachineComputesNothing() {
    Rack rack = rack(1, SchedulerKind.EEVDF);
    rack.plain("web", "h1");
    List<Double> done = rack.done(rack.vcpus("web").context(0), TEN_MS);
    rack.at(4, () -> rack.vm("web").pause());
    rack.at(104, () -> rack.vm("web").resume());
    rack.runMs(200);
    assertThat(done).containsExactly(110.0);
    assertThat(rack.vcpus("web").ranNs()).isEqualTo(10 * MS);
    assertThat(rack.vcpus("web").stolenNs()).isZero();
  }

  /** At half: 10 ms of sleep, 10 ms of work, in turn; 2000 cycles less than 20 ms of work. */
  @Test
  void aThrottledMachineSleepsBetweenTurns() {
    Rack rack = rack(1, SchedulerKind.EEVDF);
    rack.plain("web", "h1");
    rack.vcpus("web");
    rack.vm("web").throttle(0.5);
    List<Double> done = rack.done(rack.vcpus("web").context(0), 2 * TEN_MS - 2000);
    rack.runMs(200);
    assertThat(done).containsExactly(39.999);
  }

  /** 6 ms are left at 2 GHz, which take 12 ms at 1 GHz. */
  @Test
  void aMachineThatMovesGoesOnWithTheOtherClock() {
    Rack rack = rack(1, SchedulerKind.EEVDF).host("h2", 1, 1, SchedulerKind.CREDIT);
    rack.plain("web", "h1");
    List<Double> done = rack.done(rack.vcpus("web").context(0), TEN_MS);
    rack.at(4, () -> rack.vm("web").pause());
    rack.at(8, () -> rack.vm("web").arrive(rack.hypervisor("h2")));
    rack.at(10, () -> rack.vm("web").resume());
    rack.runMs(100);
    assertThat(done).containsExactly(22.0);
    assertThat(rack.machine("h1").processor().busyNs(0)).isEqualTo(4 * MS);
    assertThat(rack.machine("h2").processor().busyNs(0)).isEqualTo(12 * MS);
  }

  @Test
  void theKernelComputesBeforeTheTasks() {
    Rack rack = rack(1, SchedulerKind.EEVDF);
    rack.vm("web", "h1", 1, Rack.weight(1024));
    rack.loops("web");
    List<Double> done = rack.done(rack.vcpus("web").context(0), TEN_MS);
    rack.runMs(100);
    assertThat(done).containsExactly(10.0);
  }

  @Test
  void onAHostWithoutProcessorsItCostsNoTime() {
    Rack rack = new Rack().bare("h1");
    rack.plain("web", "h1");
    List<Double> done = rack.done(rack.vcpus("web").context(0), TEN_MS);
    rack.at(1, () -> rack.vm("web").pause());
    rack.at(2, () -> rack.vcpus("web").context(0).execute(1, () -> done.add(-1.0)));
    rack.at(3, () -> done.add(3.0));
    rack.at(4, () -> rack.vm("web").resume());
    rack.runMs(10);
    assertThat(done).containsExactly(0.0, 3.0, -1.0);
  }

  @Test
  void pinnedToOneCoreTwoProcessorsShareIt() {
    Rack rack = rack(4, SchedulerKind.EEVDF);
    rack.vm("web", "h1", 2, Rack.pinned(3));
    rack.loops("web");
    rack.runMs(1000);
    assertThat(rack.vcpus("web").ranNs()).isEqualTo(1000 * MS);
    assertThat(rack.machine("h1").processor().busyNs(3)).isEqualTo(1000 * MS);
  }

  @Test
  void whatIsSaidOfProcessorsNeedsProcessors() {
    Rack rack = new Rack().bare("h1");
    assertThatThrownBy(() -> rack.vm("web", "h1", 1, Rack.weight(512)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("the host of 'web' needs 'cpu'");
  }

  @Test
  void aTaskOfTheGuestSeesItsOwnProcessors() {
    Rack rack = rack(1, SchedulerKind.EEVDF);
    rack.vm("web", "h1", 3, Rack.weight(512));
    assertThat(rack.vcpus("web").machine().processor().count()).isEqualTo(3);
    assertThat(rack.machine("web").task("t", Optional.empty(), 0, List.of()).allowed())
        .containsExactly(0, 1, 2);
  }
}
