package vdcsim.hardware.cpu.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hardware.cpu.Loads.share;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.Loads;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Topology;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

class CreditSchedulerTest {
  private static final long MS = 1_000_000;

  private final Simulation simulation = new Simulation(1, 0);
  private CreditScheduler scheduler;
  private Processor processor;

  private void machine(int cpus) {
    scheduler = new CreditScheduler(simulation, cpus);
    processor =
        new Processor(
            simulation, "h", Topology.flat(cpus), new Frequency(1_000_000_000), 0, scheduler);
  }

  private Task vcpu(Domain domain) {
    return scheduler.vcpu(
        domain, domain.name(), IntStream.range(0, processor.count()).boxed().toList());
  }

  private Task loop(String name, int weight, int cap) {
    return Loads.loop(simulation, vcpu(scheduler.domain(name, weight, cap)));
  }

  @Test
  void aWeightOf512GetsTwiceThatOf256() {
    machine(1);
    Task light = loop("light", 256, 0);
    Task heavy = loop("heavy", 512, 0);
    simulation.run(30_000 * MS);
    assertThat(share(light, 30)).isCloseTo(1 / 3.0, within(0.01));
    assertThat(share(heavy, 30)).isCloseTo(2 / 3.0, within(0.01));
  }

  @Test
  void aCapHoldsAlsoWhenNobodyElseWantsToRun() {
    machine(1);
    Task capped = loop("capped", 256, 50);
    simulation.run(30_000 * MS);
    assertThat(share(capped, 30)).isCloseTo(0.5, within(0.01));
  }

  @Test
  void whatACappedDomainMayNotTakeGoesToTheOthers() {
    machine(2);
    Task capped = loop("capped", 256, 25);
    Task one = loop("one", 256, 0);
    Task two = loop("two", 256, 0);
    simulation.run(30_000 * MS);
    assertThat(share(capped, 30)).isCloseTo(0.25, within(0.01));
    assertThat(share(one, 30) + share(two, 30)).isCloseTo(1.75, within(0.01));
    assertThat(share(one, 30)).isCloseTo(share(two, 30), within(0.03));
  }

  @Test
  void threeLoopsShareTwoProcessorsEqually() {
    machine(2);
    List<Task> tasks = List.of(loop("a", 256, 0), loop("b", 256, 0), loop("c", 256, 0));
    simulation.run(30_000 * MS);
    for (Task task : tasks) {
      assertThat(share(task, 30)).isCloseTo(2 / 3.0, within(0.02));
    }
  }

  /** One that wakes with credit left does not wait for the turn of 30 ms to end. */
  @Test
  void aWokenOneIsBoosted() {
    machine(1);
    loop("a", 256, 0);
    loop("b", 256, 0);
    Task woken = vcpu(scheduler.domain("io", 256, 0));
    List<Long> latencies = Loads.wakings(simulation, woken);
    simulation.run(10_000 * MS);
    assertThat(latencies).hasSize(100);
    assertThat(latencies.stream().mapToLong(l -> l).max().orElseThrow()).isLessThan(2 * MS);
  }

  @Test
  void nothingIsLost() {
    machine(3);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      tasks.add(loop("t" + i, 100 + 50 * i, i % 3 == 0 ? 30 : 0));
    }
    simulation.run(10_000 * MS);
    long ran = tasks.stream().mapToLong(Task::ranNs).sum();
    long busy = IntStream.range(0, 3).mapToLong(processor::busyNs).sum();
    assertThat(ran).isEqualTo(busy);
    // Four loops without a cap keep three processors busy.
    assertThat(busy).isEqualTo(30_000 * MS);
  }
}
