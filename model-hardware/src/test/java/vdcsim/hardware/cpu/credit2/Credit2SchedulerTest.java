package vdcsim.hardware.cpu.credit2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hardware.cpu.Loads.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vdcsim.hardware.cpu.Loads;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Topology;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

class Credit2SchedulerTest {
  private static final long MS = 1_000_000;

  private final Simulation simulation = new Simulation(1, 0);
  private Credit2Scheduler scheduler;
  private Processor processor;

  private void machine(Integer... groupOf) {
    machine(Topology.flat(groupOf.length), groupOf);
  }

  private void machine(Topology topology, Integer... groupOf) {
    scheduler = new Credit2Scheduler(simulation, List.of(groupOf), MS);
    processor =
        new Processor(simulation, "h", topology, new Frequency(1_000_000_000), 0, scheduler);
  }

  private Task vcpu(Domain domain) {
    return scheduler.vcpu(
        domain, domain.name(), IntStream.range(0, processor.count()).boxed().toList());
  }

  private Task loop(Domain domain) {
    return Loads.loop(simulation, vcpu(domain));
  }

  private Task loop(String name, int weight, int cap) {
    return loop(scheduler.domain(name, weight, cap));
  }

  @Test
  void aWeightOf512GetsTwiceThatOf256() {
    machine(0);
    Task light = loop("light", 256, 0);
    Task heavy = loop("heavy", 512, 0);
    simulation.run(30_000 * MS);
    assertThat(share(light, 30)).isCloseTo(1 / 3.0, within(0.002));
    assertThat(share(heavy, 30)).isCloseTo(2 / 3.0, within(0.002));
  }

  /**
   * The first runs until its 10 ms of credit are used up, then the second. At 20 ms both have none,
   * and get 10 ms; who runs goes on for the least turn of 0.5 ms, since the other has as much.
   */
  @Test
  void aTurnLastsUntilTheCreditIsThatOfTheNext() {
    machine(0);
    Task first = loop("a", 256, 0);
    Task second = loop("b", 256, 0);
    simulation.run(10 * MS);
    assertThat(List.of(first.ranNs(), second.ranNs())).containsExactly(10 * MS, 0L);
    simulation.run(20 * MS + MS / 2);
    assertThat(List.of(first.ranNs(), second.ranNs())).containsExactly(10 * MS, 21 * MS / 2);
    simulation.run(30 * MS);
    assertThat(second.ranNs()).isEqualTo(21 * MS / 2);
  }

  @Test
  void aCapHoldsAlsoWhenNobodyElseWantsToRun() {
    machine(0, 0);
    Domain half = scheduler.domain("half", 256, 50);
    Task one = loop(half);
    Task two = loop(half);
    simulation.run(10_000 * MS);
    assertThat(share(one, 10) + share(two, 10)).isCloseTo(0.5, within(0.002));
    assertThat(share(one, 10)).isCloseTo(0.25, within(0.01));
  }

  /** Half of 10 ms from the start, then parked until the budget is filled up. */
  @Test
  void aBudgetIsUsedAtTheBeginningOfItsPeriod() {
    machine(0);
    Task capped = loop("capped", 256, 50);
    simulation.run(5 * MS);
    assertThat(capped.state()).isEqualTo(Task.State.READY);
    simulation.run(10 * MS - 1);
    assertThat(capped.ranNs()).isEqualTo(5 * MS);
    simulation.run(12 * MS);
    assertThat(capped.ranNs()).isEqualTo(7 * MS);
  }

  @Test
  void whatACappedDomainMayNotTakeGoesToTheOthers() {
    machine(0, 0);
    Task capped = loop("capped", 256, 25);
    Task one = loop("one", 256, 0);
    Task two = loop("two", 256, 0);
    simulation.run(30_000 * MS);
    assertThat(share(capped, 30)).isCloseTo(0.25, within(0.01));
    // Moving takes half a millisecond more credit, so that the two need not be alike.
    assertThat(share(one, 30) + share(two, 30)).isCloseTo(1.75, within(0.01));
  }

  @Test
  void threeLoopsShareTheProcessorsOfASocketEqually() {
    machine(0, 0);
    List<Task> tasks = List.of(loop("a", 256, 0), loop("b", 256, 0), loop("c", 256, 0));
    simulation.run(30_000 * MS);
    for (Task task : tasks) {
      assertThat(share(task, 30)).isCloseTo(2 / 3.0, within(0.04));
    }
  }

  @Test
  void aWokenOnePreemptsWhoeverHasRunForTheRateLimit() {
    machine(0);
    loop("a", 256, 0);
    loop("b", 256, 0);
    Task woken = vcpu(scheduler.domain("io", 256, 0));
    List<Long> latencies = Loads.wakings(simulation, woken);
    simulation.run(10_000 * MS);
    assertThat(latencies).hasSize(100);
    // Woken in the first millisecond of a turn, it waits for the rest of that.
    assertThat(latencies.stream().filter(l -> l == 100_000).count()).isGreaterThan(85);
    assertThat(latencies.stream().mapToLong(l -> l).max().orElseThrow())
        .isLessThanOrEqualTo(10 * MS + 100_000);
  }

  /** At the start each counts as half a load, so that they are dealt out; none moves later. */
  @Test
  void fourLoopsOnTwoSocketsHaveAProcessorEach() {
    machine(0, 0, 1, 1);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(loop("t" + i, 256, 0));
    }
    simulation.run(5000 * MS);
    for (Task task : tasks) {
      assertThat(share(task, 5)).isEqualTo(1.0);
    }
  }

  /** Of two cores with two threads, 0 and 2 are of the first: both get a core of their own. */
  @Test
  void aCoreOfWhichNoThreadIsBusyComesFirst() {
    machine(new Topology(2, List.of(1.0, 1.2), 1, 1), 0, 0, 0, 0);
    Domain domain = scheduler.domain("a", 256, 0);
    Loads.loop(simulation, scheduler.vcpu(domain, "first", List.of(0)));
    Task second = Loads.loop(simulation, scheduler.vcpu(domain, "second", List.of(2, 3)));
    simulation.run(MS);
    assertThat(second.cpu()).isEqualTo(3);
  }

  /** Two that compute and two that do not were dealt out so that both loops share a socket. */
  @Test
  void aResetMovesOneToTheOtherSocket() {
    machine(0, 1);
    Task first = loop("a", 256, 0);
    vcpu(scheduler.domain("asleep", 256, 0));
    Task third = loop("c", 256, 0);
    vcpu(scheduler.domain("asleep too", 256, 0));
    simulation.run(5000 * MS);
    // Loads differ by more than one only when the average of about a second says so.
    assertThat(first.ranNs() + third.ranNs()).isBetween(8500 * MS, 9999 * MS);
    assertThat(first.cpu()).isNotEqualTo(third.cpu());
  }

  @Test
  void aYieldLetsOneWithLessCreditRun() {
    machine(0);
    Task first = loop("a", 256, 0);
    Task second = loop("b", 256, 0);
    simulation.run(200_000);
    first.giveWay();
    simulation.run(300_000);
    assertThat(List.of(first.ranNs(), second.ranNs())).containsExactly(200_000L, 100_000L);
  }

  /** A load that has been 1 for half of the window of 2^20 times 1024 ns is a half more. */
  @Test
  void aLoadIsADecayingAverage() {
    Load load = new Load(0);
    load.update(1L << 29, 1);
    assertThat(load.average()).isEqualTo(Load.ONE / 2);
    load.update(1L << 30, 0);
    assertThat(load.average()).isEqualTo(Load.ONE / 4);
    load.update(5L << 30, 3);
    assertThat(load.average()).isEqualTo(3 * Load.ONE);
  }

  @Test
  void aQueueHasSixteenProcessorsAtMost() {
    machine(IntStream.range(0, 20).mapToObj(i -> 0).toArray(Integer[]::new));
    assertThat(scheduler.shared()).extracting(q -> q.cpus().size()).containsExactly(10, 10);
  }

  @Test
  void aWeightOutOfRangeIsRefused() {
    machine(0);
    assertThatThrownBy(() -> scheduler.domain("x", 0, 0))
        .hasMessage("a weight lies between 1 and 65535, was 0");
  }

  /** Work is conserved, and no processor of a socket is idle while one waits there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void noTimeIsLostInRandomWorlds(int seed) {
    Random random = new Random(seed);
    Integer[] groupOf = new Integer[1 + random.nextInt(6)];
    for (int i = 0; i < groupOf.length; i++) {
      groupOf[i] = random.nextInt(2) * (i > 0 ? 1 : 0);
    }
    machine(groupOf);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      int cap = random.nextInt(3) == 0 ? 20 + random.nextInt(150) : 0;
      Domain domain = scheduler.domain("d" + i, 128 << random.nextInt(4), cap);
      for (int j = 0; j < 1 + random.nextInt(3); j++) {
        Task task = vcpu(domain);
        tasks.add(task);
        simulation.schedule(random.nextInt(100_000_000), () -> bursts(task, random));
      }
    }
    simulation.run(2000 * MS);
    long ran = tasks.stream().mapToLong(Task::ranNs).sum();
    long busy = IntStream.range(0, groupOf.length).mapToLong(processor::busyNs).sum();
    assertThat(ran).isEqualTo(busy);
    for (int cpu = 0; cpu < groupOf.length; cpu++) {
      int at = cpu;
      long on =
          tasks.stream().filter(t -> t.state() == Task.State.RUNNING && t.cpu() == at).count();
      assertThat(on).isEqualTo(processor.isIdle(cpu) ? 0 : 1);
      if (processor.isIdle(cpu)) {
        assertThat(scheduler.sharedOf(cpu).waiting()).isEmpty();
      }
    }
  }

  private void bursts(Task task, Random random) {
    task.execute(
        100_000 + random.nextInt(30_000_000),
        () -> simulation.schedule(random.nextInt(20_000_000), () -> bursts(task, random)));
  }
}
