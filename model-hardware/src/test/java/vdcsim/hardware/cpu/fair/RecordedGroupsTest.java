package vdcsim.hardware.cpu.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hardware.cpu.fair.Machine.MS;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vdcsim.hardware.cpu.Task;

/** Control groups of Linux 6.18 (EEVDF, HZ=250) as they were measured; medians of 3 to 5 runs. */
class RecordedGroupsTest {
  private static Machine machine(int cpus) {
    return new Machine(cpus, Eevdf.linux(cpus, 4 * MS), 0);
  }

  /** Tolerances: 1 point of a processor, 0.05 of the periods. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Q-lecture, 50, 100, 1, 50.50, 0.9836",
    "Q-10, 10, 100, 1, 10.02, 1.0",
    "Q-20, 20, 100, 1, 20.08, 0.9836",
    "Q-40, 40, 100, 1, 40.32, 1.0",
    "Q-60, 60, 100, 1, 60.34, 1.0",
    "Q-80, 80, 100, 1, 80.06, 0.9836",
    "Q-90, 90, 100, 1, 90.12, 0.9667",
    "Q-p50, 25, 50, 1, 50.21, 0.9917",
    "Q-2t-50, 50, 100, 2, 50.42, 0.9836",
    "Q-2t-100, 100, 100, 2, 100.21, 0.9508",
    "Q-4t-100, 100, 100, 4, 100.55, 0.9836"
  })
  void quotas(
      String id, long quotaMs, long periodMs, int threads, double cpuPercent, double throttled) {
    Machine machine = machine(2);
    FairGroup group = machine.group("a", 1024, false, new Quota(quotaMs * MS, periodMs * MS, 0));
    for (int i = 0; i < threads; i++) {
      machine.loop(group, "t" + i, 0);
    }
    machine.runSeconds(6.05);
    assertThat(group.ranNs() / 6.05e7).isCloseTo(cpuPercent, within(1.0));
    assertThat((double) group.throttledPeriods() / group.periods())
        .isCloseTo(throttled, within(0.05));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "S1, 1024 512 256, 0.5679 0.2868 0.1458",
    "S10, 100 200 300 400, 0.1001 0.2010 0.2980 0.3990"
  })
  void shares(String id, String shares, String fractions) {
    Machine machine = machine(1);
    List<Task> tasks = new ArrayList<>();
    for (String of : shares.split(" ")) {
      FairGroup group = machine.group("g" + tasks.size(), Long.parseLong(of), false, Quota.NONE);
      tasks.add(machine.loop(group, "t" + tasks.size(), 0));
    }
    machine.runSeconds(6);
    String[] expected = fractions.split(" ");
    for (int i = 0; i < expected.length; i++) {
      assertThat(tasks.get(i).ranNs() / 6e9)
          .isCloseTo(Double.parseDouble(expected[i]), within(0.01));
    }
  }

  /** S3: a holds x of 1024 shares and y of 3072; b has as many as a. */
  @Test
  void groupsInGroups() {
    Machine machine = machine(1);
    machine.group("a", 1024, false, Quota.NONE);
    Task x = machine.loop(machine.group("a/x", 1024, false, Quota.NONE), "x", 0);
    Task y = machine.loop(machine.group("a/y", 3072, false, Quota.NONE), "y", 0);
    Task b = machine.loop(machine.group("b", 1024, false, Quota.NONE), "b", 0);
    machine.runSeconds(6);
    assertThat(x.ranNs() / 6e9).isCloseTo(0.1257, within(0.01));
    assertThat(y.ranNs() / 6e9).isCloseTo(0.3745, within(0.01));
    assertThat(b.ranNs() / 6e9).isCloseTo(0.4994, within(0.01));
  }

  /** S4: three threads of one group against one of another with as many shares. */
  @Test
  void manyThreadsAgainstOne() {
    Machine machine = machine(1);
    FairGroup many = machine.group("a", 1024, false, Quota.NONE);
    for (int i = 0; i < 3; i++) {
      machine.loop(many, "t" + i, 0);
    }
    machine.loop(machine.group("b", 1024, false, Quota.NONE), "b", 0);
    machine.runSeconds(6);
    assertThat(many.ranNs() / 6e9).isCloseTo(0.4998, within(0.01));
  }

  /** S9: a group that is idle by its setting, against one that is not. */
  @Test
  void anIdleGroup() {
    Machine machine = machine(1);
    machine.loop(machine.group("a", 1024, false, Quota.NONE), "a", 0);
    FairGroup idle = machine.group("b", 1024, true, Quota.NONE);
    machine.loop(idle, "b", 0);
    machine.runSeconds(6);
    assertThat(idle.ranNs() / 6e9).isCloseTo(0.0037, within(0.01));
  }

  /** S7: 10 ms in every 50 ms beside a loop. */
  @Test
  void whatOneDoesNotNeedGoesToTheOther() {
    Machine machine = machine(1);
    Task request = machine.task(machine.group("a", 1024, false, Quota.NONE), "a", 0);
    List<Double> arrivals = new ArrayList<>();
    for (int i = 0; i < 110; i++) {
      arrivals.add(50.0 * i);
    }
    machine.requests(request, 10, arrivals);
    Task loop = machine.loop(machine.group("b", 1024, false, Quota.NONE), "b", 0);
    machine.runSeconds(5.7);
    assertThat(request.ranNs() / 5.7e9).isCloseTo(0.1903, within(0.01));
    assertThat(loop.ranNs() / 5.7e9).isCloseTo(0.8097, within(0.01));
  }

  /** R-40-20-j: requests of 40 ms every 300 ms, up to 100 ms late, under 20 ms in 100 ms. */
  @Test
  void latencyUnderAQuota() {
    Machine machine = machine(2);
    FairGroup group = machine.group("a", 1024, false, new Quota(20 * MS, 100 * MS, 0));
    Task worker = machine.task(group, "worker", 0);
    SplittableRandom random = new SplittableRandom(7);
    List<Double> arrivals = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      arrivals.add(300.0 * i + random.nextDouble() * 100);
    }
    List<Double> latencies = machine.requests(worker, 40, arrivals);
    machine.runSeconds(121);
    double[] sorted = latencies.stream().mapToDouble(l -> l).sorted().toArray();
    double mean = latencies.stream().mapToDouble(l -> l).average().orElseThrow();
    assertThat(mean).isCloseTo(90.581, within(0.08 * 90.581));
    assertThat(sorted[0]).isCloseTo(40.368, within(0.03 * 40.368));
    assertThat(sorted[sorted.length / 2]).isCloseTo(91.934, within(0.10 * 91.934));
    assertThat(sorted[sorted.length * 95 / 100]).isCloseTo(125.444, within(0.10 * 125.444));
    assertThat((double) group.throttledPeriods() / sorted.length).isCloseTo(0.975, within(0.05));
  }
}
