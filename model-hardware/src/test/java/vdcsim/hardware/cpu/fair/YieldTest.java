package vdcsim.hardware.cpu.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static vdcsim.hardware.cpu.fair.Machine.MS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.hardware.cpu.Task;

/** Directed and plain yields under the fair schedulers. */
class YieldTest {
  private static FairPolicy policy(String name, int cpus) {
    return name.equals("cfs") ? Cfs.linux(cpus) : Eevdf.linux(cpus, 4 * MS);
  }

  private static List<Task> loops(Machine machine, int count) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(machine.loop(machine.scheduler.root(), "t" + i, 0));
    }
    return tasks;
  }

  private static Task running(List<Task> tasks) {
    return tasks.stream().filter(t -> t.state() == Task.State.RUNNING).findFirst().orElseThrow();
  }

  /** Of those that wait, the one that would come last comes now. */
  @ParameterizedTest
  @ValueSource(strings = {"cfs", "eevdf"})
  void whoIsFavouredRunsAtOnce(String policy) {
    Machine machine = new Machine(1, policy(policy, 1), 0);
    List<Task> tasks = loops(machine, 4);
    machine.runSeconds(0.001);
    Task first = running(tasks);
    Task last = tasks.get(tasks.indexOf(first) == 3 ? 2 : 3);
    assertThat(first.yieldTo(last)).isEqualTo(Task.Yield.DONE);
    assertThat(last.state()).isEqualTo(Task.State.RUNNING);
    assertThat(first.ranNs()).isEqualTo(MS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfs", "eevdf"})
  void aYieldLetsTheNextOneRun(String policy) {
    Machine machine = new Machine(1, policy(policy, 1), 0);
    List<Task> tasks = loops(machine, 2);
    // Half a millisecond before the turn ends anyway: CFS skips nobody who is owed more than 1 ms.
    machine.simulation.run(27_500_000);
    Task first = running(tasks);
    first.giveWay();
    assertThat(first.state()).isEqualTo(Task.State.READY);
    assertThat(tasks.get(0).ranNs() + tasks.get(1).ranNs()).isEqualTo(27_500_000);
  }

  /** It may jump its queue, but not its claim: all in all each has half. */
  @ParameterizedTest
  @ValueSource(strings = {"cfs", "eevdf"})
  void yieldingAllTheTimeTakesNobodysShare(String policy) {
    Machine machine = new Machine(1, policy(policy, 1), 0);
    List<Task> tasks = loops(machine, 2);
    for (int i = 1; i < 10_000; i++) {
      machine.simulation.schedule(
          i * 100_000L,
          () -> {
            if (tasks.get(0).state() == Task.State.RUNNING) {
              tasks.get(0).yieldTo(tasks.get(1));
            }
          });
    }
    machine.runSeconds(1);
    long both = tasks.get(0).ranNs() + tasks.get(1).ranNs();
    assertThat(both).isEqualTo(1000 * MS);
    assertThat(tasks.get(0).ranNs()).isGreaterThan(0).isLessThanOrEqualTo(510 * MS);
  }

  @Test
  void nothingIsGainedWhereBothAreAlone() {
    Machine machine = new Machine(2, Eevdf.linux(2, 4 * MS), 0);
    List<Task> tasks = loops(machine, 2);
    machine.runSeconds(0.001);
    assertThat(tasks.get(0).yieldTo(tasks.get(1))).isEqualTo(Task.Yield.NOT_DONE);
    Task asleep = machine.task(machine.scheduler.root(), "asleep", 0);
    assertThat(tasks.get(0).yieldTo(asleep)).isEqualTo(Task.Yield.NOT_DONE);
  }

  /** A group that has used up its quota cannot be helped. */
  @Test
  void aThrottledGroupIsNotFavoured() {
    Machine machine = new Machine(1, Cfs.linux(1), 0);
    FairGroup poor = machine.group("poor", 1024, false, new Quota(10 * MS, 100 * MS, 0));
    Task inPoor = machine.loop(poor, "poor", 0);
    Task other = machine.loop(machine.scheduler.root(), "other", 0);
    machine.loop(machine.scheduler.root(), "third", 0);
    machine.runSeconds(0.09);
    assertThat(poor.ranNs()).isGreaterThanOrEqualTo(10 * MS);
    Task running = other.state() == Task.State.RUNNING ? other : inPoor;
    assertThat(running.yieldTo(inPoor)).isEqualTo(Task.Yield.NOT_DONE);
  }
}
