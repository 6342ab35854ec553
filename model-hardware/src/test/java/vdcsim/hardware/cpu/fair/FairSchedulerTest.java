package vdcsim.hardware.cpu.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hardware.cpu.fair.Machine.MS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.hardware.cpu.Task;

class FairSchedulerTest {
  private static FairPolicy policy(String name, int cpus) {
    return name.equals("cfs") ? Cfs.linux(cpus) : Eevdf.linux(cpus, 4 * MS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cfs", "eevdf"})
  void sharesOf1024And512And256GiveFourToTwoToOne(String policy) {
    Machine machine = new Machine(1, policy(policy, 1), 0);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      FairGroup group = machine.group("g" + i, 1024 >> i, false, Quota.NONE);
      tasks.add(machine.loop(group, "t" + i, 0));
    }
    machine.runSeconds(6);
    assertThat(tasks.get(0).ranNs() / 6e9).isCloseTo(4 / 7.0, within(0.005));
    assertThat(tasks.get(1).ranNs() / 6e9).isCloseTo(2 / 7.0, within(0.005));
    assertThat(tasks.get(2).ranNs() / 6e9).isCloseTo(1 / 7.0, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({
    "cfs,5,0.7535",
    "cfs,10,0.9030",
    "cfs,19,0.9856",
    "eevdf,5,0.7535",
    "eevdf,19,0.9856"
  })
  void niceValuesGiveTheirWeights(String policy, int nice, double share) {
    Machine machine = new Machine(1, policy(policy, 1), 0);
    FairGroup group = machine.group("a", 1024, false, Quota.NONE);
    Task kind = machine.loop(group, "kind", 0);
    machine.loop(group, "nice", nice);
    machine.runSeconds(6);
    assertThat(kind.ranNs() / 6e9).isCloseTo(share, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({
    "1,50,100,0.50",
    "1,10,100,0.10",
    "1,90,100,0.90",
    "1,5,10,0.50",
    "1,250,500,0.50",
    "2,50,100,0.50",
    "2,100,100,1.00",
    "4,100,100,1.00"
  })
  void aQuotaHolds(int threads, long quotaMs, long periodMs, double processors) {
    Machine machine = new Machine(4, Eevdf.linux(4, 4 * MS), 0);
    FairGroup group = machine.group("a", 1024, false, new Quota(quotaMs * MS, periodMs * MS, 0));
    for (int i = 0; i < threads; i++) {
      machine.loop(group, "t" + i, 0);
    }
    machine.runSeconds(6);
    assertThat(group.ranNs() / 6e9).isCloseTo(processors, within(0.01));
  }

  /** With a quota of 20 ms a request of 40 ms at phase p ends after 120 - p, from 80 ms on 120. */
  @Test
  void aRequestWaitsForTheNextPeriod() {
    Machine machine = new Machine(2, Eevdf.linux(2, 4 * MS), 0);
    FairGroup group = machine.group("a", 1024, false, new Quota(20 * MS, 100 * MS, 0));
    Task worker = machine.task(group, "worker", 0);
    List<Double> arrivals = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      arrivals.add(400.0 * i + 10 * i);
    }
    List<Double> latencies = machine.requests(worker, 40, arrivals);
    machine.runSeconds(6);
    for (int i = 0; i < 10; i++) {
      assertThat(latencies.get(i)).isCloseTo(i <= 8 ? 120 - 10.0 * i : 120, within(4.0));
    }
  }

  @Test
  void noTimeIsLostOrInvented() {
    Random random = new Random(7);
    for (int world = 0; world < 30; world++) {
      int cpus = 1 + random.nextInt(4);
      Machine machine = new Machine(cpus, policy(world % 2 == 0 ? "cfs" : "eevdf", cpus), 1500);
      List<FairGroup> groups = new ArrayList<>(List.of(machine.scheduler.root()));
      for (int g = 0; g < 3; g++) {
        Quota quota =
            random.nextBoolean()
                ? Quota.NONE
                : new Quota((1 + random.nextInt(40)) * MS, 50 * MS, 0);
        groups.add(
            machine.scheduler.group(
                groups.get(random.nextInt(groups.size())),
                "g" + g,
                2 + random.nextInt(2000),
                false,
                quota));
      }
      List<Task> tasks = new ArrayList<>();
      for (int t = 0; t < 6; t++) {
        FairGroup group = groups.get(random.nextInt(groups.size()));
        if (random.nextBoolean()) {
          tasks.add(machine.loop(group, "t" + t, random.nextInt(5)));
        } else {
          Task task = machine.task(group, "t" + t, 0);
          tasks.add(task);
          List<Double> arrivals = new ArrayList<>();
          for (int i = 0; i < 50; i++) {
            arrivals.add(random.nextDouble() * 900);
          }
          machine.requests(task, random.nextDouble() * 20, arrivals);
        }
      }
      machine.runSeconds(1);
      long ran = tasks.stream().mapToLong(Task::ranNs).sum();
      long busy = 0;
      long switching = 0;
      for (int i = 0; i < cpus; i++) {
        busy += machine.processor.busyNs(i);
        switching += machine.processor.switchingNs(i);
      }
      assertThat(ran).as("world " + world).isEqualTo(busy);
      assertThat(busy + switching).isLessThanOrEqualTo(cpus * 1_000_000_000L);
      for (Task task : tasks) {
        assertThat(task.ranNs() + task.waitedNs()).isLessThanOrEqualTo(1_000_000_000L);
      }
    }
  }
}
