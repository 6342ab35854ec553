package vdcsim.hypervisor.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.pauseloop.PauseLoopSpec;

/** A machine whose kernel spins on one virtual processor, on a core of 1 GHz. */
class PauseLoopTest {
  private static final long US = 1000;
  private final Rack rack = new Rack();

  private void vm(int vcpus, SchedulerKind scheduler, int gap) {
    rack.host("h1", 1, 1, scheduler);
    rack.vm("web", "h1", vcpus, Rack.exits(new PauseLoopSpec(gap, 4096, 2, 0, 1 << 30, 1195)));
  }

  private Task kernel(int vcpu) {
    Task task = rack.vcpus("web").machine().task("k" + vcpu, Optional.empty(), 0, List.of(vcpu));
    task.staysInKernel();
    return task;
  }

  private Task spins(int pauseCycles) {
    Task task = kernel(0);
    task.pauses(pauseCycles);
    rack.simulation.schedule(0, () -> task.computeUntilCut((k, a, r) -> {}, 0, 0, "spins"));
    return task;
  }

  /** When 100 us of the other's work are done that it is asked for at 1 us, in us. */
  private List<Double> other(Task task) {
    List<Double> done = new ArrayList<>();
    rack.simulation.schedule(
        US, () -> task.execute(100 * US, () -> done.add(rack.simulation.now() / (double) US)));
    return done;
  }

  private double read(String metric) {
    return rack.simulation.metrics().read().stream()
        .filter(m -> m.metric().equals("web." + metric))
        .findFirst()
        .orElseThrow()
        .statistic("value")
        .orElseThrow();
  }

  /** Exits at 4.096 us, and 1.195 us plus 8.192, 16.384, 32.768 and 65.536 us later each. */
  @Test
  void whoSpinsAloneExitsMoreAndMoreSeldom() {
    vm(1, SchedulerKind.EEVDF, 128);
    spins(20);
    rack.simulation.run(65_025);
    assertThat(read("pause-exits")).isEqualTo(4);
    rack.simulation.run(131_755);
    assertThat(read("pause-exits")).isEqualTo(4);
    rack.simulation.run(131_756);
    assertThat(read("pause-exits")).isEqualTo(5);
    assertThat(read("pause-window")).isEqualTo(131_072);
    assertThat(read("directed-yields")).isZero();
  }

  /** The guest's kernel stands still in exits: of 10.24 us it has spun 4.096 and 4.949 us. */
  @Test
  void anExitIsNoTimeOfTheGuests() {
    vm(1, SchedulerKind.EEVDF, 128);
    Task spinner = spins(20);
    rack.simulation.run(10_240);
    assertThat(spinner.ranNs()).isEqualTo(10_240 - 1195);
    assertThat(rack.vcpus("web").ranNs()).isEqualTo(10_240);
  }

  @Test
  void aPauseAsLongAsSkylakesIsNotNoticed() {
    vm(1, SchedulerKind.EEVDF, 128);
    spins(140);
    rack.simulation.run(1_000_000);
    assertThat(read("pause-exits")).isZero();
  }

  /**
   * After 4.096 us the core goes to the other, who has the lock. CFS lets a new task wait for a
   * slice of 3 ms, and for nobody jump a queue by more than 1 ms: the first exit behind 2 ms is the
   * ninth, at 511 times 4.096 and 8 times 1.195 us.
   */
  @ParameterizedTest
  @CsvSource({"EEVDF,4.096", "CFS,2102.616"})
  void theCoreGoesToTheOneThatIsReady(SchedulerKind scheduler, double exitUs) {
    vm(2, scheduler, 128);
    spins(20);
    List<Double> done = other(kernel(1));
    rack.simulation.run(20_000_000);
    assertThat(done).singleElement().isEqualTo(exitUs + 100);
    assertThat(read("directed-yields")).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = {"EEVDF", "CFS"})
  void withoutExitsItWaitsForATick(SchedulerKind scheduler) {
    vm(2, scheduler, 0);
    spins(20);
    List<Double> done = other(kernel(1));
    rack.simulation.run(20_000_000);
    assertThat(done.get(0) % 4000).isCloseTo(100, within(0.001));
  }

  /** What was stopped in user mode has no lock of the kernel's, but it has not run yet. */
  @Test
  void oneStoppedInUserModeIsNotChosen() {
    vm(2, SchedulerKind.EEVDF, 128);
    Task user = rack.vcpus("web").machine().task("u", Optional.empty(), 0, List.of(1));
    List<Double> done = new ArrayList<>();
    rack.simulation.schedule(0, () -> user.execute(10_000 * US, () -> done.add(1.0)));
    rack.simulation.schedule(US, () -> spins(20));
    rack.simulation.run(40_000_000);
    assertThat(done).hasSize(1);
    assertThat(read("pause-exits")).isGreaterThan(1);
    assertThat(read("directed-yields")).isZero();
  }

  /** Xen's exit is a plain yield: who spins goes behind the other of its machine. */
  @Test
  void underCreditTheExitIsAPlainYield() {
    vm(2, SchedulerKind.CREDIT, 128);
    spins(20);
    List<Double> done = other(kernel(1));
    rack.simulation.run(20_000_000);
    assertThat(done).singleElement().isEqualTo(104.096);
    assertThat(read("directed-yields")).isZero();
  }
}
