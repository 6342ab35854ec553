package vdcsim.hardware.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.fair.Eevdf;
import vdcsim.hardware.cpu.fair.FairScheduler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

class TopologyTest {
  private static final long MS = 1_000_000;

  private final Simulation simulation = new Simulation(1, 0);
  private FairScheduler scheduler;
  private Processor processor;

  /** At 1 GHz a cycle is a nanosecond. */
  private void machine(int cores, List<Double> throughput, int nodes, double farCost) {
    Topology topology = new Topology(cores, throughput, nodes, farCost);
    scheduler = new FairScheduler(simulation, topology.cpus(), eevdf(topology), 4 * MS);
    Frequency clock = new Frequency(1_000_000_000);
    processor = new Processor(simulation, "h", topology, clock, 0, scheduler);
  }

  private static Eevdf eevdf(Topology topology) {
    return Eevdf.linux(topology.cpus(), 4 * MS);
  }

  private Task task(Integer... cpus) {
    List<Integer> allowed =
        cpus.length > 0 ? List.of(cpus) : IntStream.range(0, processor.count()).boxed().toList();
    return scheduler.task(scheduler.root(), "t", 0, allowed);
  }

  /** When so much work is done that is asked for at an instant, in milliseconds. */
  private List<Double> done(Task task, long atMs, long workMs) {
    List<Double> done = new ArrayList<>();
    simulation.schedule(
        atMs * MS, () -> task.execute(workMs * MS, () -> done.add(simulation.now() / (double) MS)));
    return done;
  }

  /** With 1.25 together each has 0.625: the shorter ends at 8 / 0.625, the other goes on alone. */
  @Test
  void twoThreadsOfACoreSlowEachOther() {
    machine(1, List.of(1.0, 1.25), 1, 1);
    List<Double> shorter = done(task(0), 0, 8);
    List<Double> longer = done(task(1), 0, 10);
    simulation.run(100 * MS);
    assertThat(shorter).containsExactly(12.8);
    assertThat(longer).containsExactly(14.8);
  }

  @Test
  void anIdleCoreIsTakenBeforeAThreadOfABusyOne() {
    machine(2, List.of(1.0, 1.25), 1, 1);
    List<Double> one = done(task(), 0, 10);
    List<Double> two = done(task(), 1, 10);
    List<Double> three = done(task(), 2, 10);
    simulation.run(100 * MS);
    // The third shares a core with the first, which has done 2 of its 10 ms until then; it has
    // done 8 ms when that has ended, and goes on alone.
    assertThat(one).containsExactly(14.8);
    assertThat(two).containsExactly(11.0);
    assertThat(three).containsExactly(16.8);
  }

  /** Half of the time waits for memory, which takes twice as long: 1.5 times as long in all. */
  @Test
  void farMemoryTakesLonger() {
    machine(2, List.of(1.0), 2, 2);
    Task near = task(0);
    near.memory(0, 0.5);
    Task far = task(1);
    far.memory(0, 0.5);
    List<Double> nearDone = done(near, 0, 10);
    List<Double> farDone = done(far, 0, 10);
    simulation.run(100 * MS);
    assertThat(nearDone).containsExactly(10.0);
    assertThat(farDone.get(0)).isCloseTo(15, within(1e-5));
  }

  @Test
  void memoryIsWhereATaskFirstRuns() {
    machine(2, List.of(1.0), 2, 2);
    Task one = task(1);
    one.memory(Task.ANYWHERE, 0.5);
    List<Double> oneDone = done(one, 0, 10);
    simulation.run(100 * MS);
    assertThat(oneDone).containsExactly(10.0);
  }

  @Test
  void newTasksSpreadOverNodes() {
    machine(4, List.of(1.0), 2, 2);
    Task first = task();
    Task second = task();
    done(first, 0, 10);
    done(second, 0, 10);
    simulation.run(100 * MS);
    assertThat(first.cpu()).isEqualTo(0);
    assertThat(second.cpu()).isEqualTo(2);
  }

  /** Whatever shares cores: time is what it was, and work is what was asked for. */
  @Test
  void noTimeAndNoWorkIsLostOrInvented() {
    Random random = new Random(11);
    for (int world = 0; world < 20; world++) {
      Simulation run = new Simulation(world, 0);
      Topology topology = new Topology(4, List.of(1.0, 1.3), 2, 1.6);
      FairScheduler fair = new FairScheduler(run, topology.cpus(), eevdf(topology), 4 * MS);
      Frequency clock = new Frequency(1_000_000_000);
      Processor host = new Processor(run, "h", topology, clock, 1500, fair);
      List<Task> tasks = new ArrayList<>();
      long asked = 0;
      for (int t = 0; t < 12; t++) {
        List<Integer> all = IntStream.range(0, 8).boxed().toList();
        Task task = fair.task(fair.root(), "t" + t, random.nextInt(5), all);
        task.memory(random.nextInt(2), random.nextDouble());
        tasks.add(task);
        for (int i = 0; i < 20; i++) {
          long work = random.nextInt(10_000_000);
          asked += work;
          run.schedule(random.nextInt(200) * MS, () -> task.execute(work, () -> {}));
        }
      }
      run.run(5000 * MS);
      long busy = IntStream.range(0, 8).mapToLong(host::busyNs).sum();
      assertThat(tasks.stream().mapToLong(Task::ranNs).sum()).isEqualTo(busy);
      assertThat(tasks.stream().mapToLong(Task::workedNs).sum()).isEqualTo(asked);
      assertThat(busy).isBetween((long) (asked / 1.0), (long) (asked / 0.65 * 1.6));
    }
  }
}
