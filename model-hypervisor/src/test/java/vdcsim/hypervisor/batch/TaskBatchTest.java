package vdcsim.hypervisor.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.sharing.SharedCores;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.vcpu.VcpuShare;
import vdcsim.hypervisor.vcpu.VcpuSpec;
import vdcsim.hypervisor.vcpu.Vcpus;
import vdcsim.hypervisor.vm.Hypervisor;
import vdcsim.hypervisor.vm.HypervisorSpec;
import vdcsim.hypervisor.vm.VirtualMachine;
import vdcsim.hypervisor.vm.VmSpec;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.random.Distribution;
import vdcsim.kernel.random.Families;
import vdcsim.kernel.result.Measurement;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

class TaskBatchTest {
  private static final long GIB = 1L << 30;

  private final Simulation simulation = new Simulation(1, 0);
  private final World world = new World(simulation);
  private final double[] ends = new double[1000];

  private void hosts(int count, int cores) {
    for (int i = 1; i <= count; i++) {
      world.add("h" + i, new SharedCores(cores, new Frequency(1_000_000_000)));
      Hypervisor.make("h" + i, memory(), world).connect();
    }
  }

  private static HypervisorSpec memory() {
    return new HypervisorSpec(new DataSize(4 * GIB), Optional.empty(), DataRate.ofGigabits(4));
  }

  private VirtualMachine vm(String name, String on) {
    return vm(name, on, Optional.empty());
  }

  private VirtualMachine vm(String name, String on, Optional<VcpuSpec> cpu) {
    VmSpec spec =
        new VmSpec(
            on, 2, new DataSize(GIB), new DataSize(0), Optional.empty(), /* started= */ true);
    List<Wiring> wirings = new ArrayList<>();
    wirings.add(VirtualMachine.make(name, spec, world));
    cpu.ifPresent(said -> wirings.add(Vcpus.make(name, said, world)));
    wirings.forEach(Wiring::connect);
    return world.find(name, VirtualMachine.class).orElseThrow();
  }

  private static VcpuSpec cpu(int weight, Optional<Integer> cap) {
    return new VcpuSpec(
        Optional.of(weight),
        cap,
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        SchedulerKind.EEVDF,
        Duration.ofMillis(4),
        Duration.ofNanos(770),
        Map.of());
  }

  private TaskBatch batch(String on, int count, Distribution instructions) {
    return batch(on, count, instructions, Optional.empty());
  }

  private TaskBatch batch(
      String on, int count, Distribution instructions, Optional<Distribution> arrivals) {
    TaskBatchSpec spec =
        new TaskBatchSpec(
            List.of(on), count, instructions, 1, 1, Duration.ZERO, arrivals, Optional.empty());
    TaskBatch.make("jobs", spec, world).connect();
    TaskBatch made = world.find("jobs", TaskBatch.class).orElseThrow();
    made.onFinished(task -> ends[task] = simulation.now() / 1e9);
    return made;
  }

  private double metric(String name, String statistic) {
    for (Measurement measurement : simulation.metrics().read()) {
      if (measurement.metric().equals(name)) {
        return measurement.statistic(statistic).orElseThrow();
      }
    }
    throw new AssertionError("no metric " + name);
  }

  /** When tasks of these lengths end, in order, that share two processors of 1 GHz. */
  private static double[] closedForm(double[] gigacycles) {
    double[] sorted = gigacycles.clone();
    Arrays.sort(sorted);
    double[] at = new double[sorted.length];
    for (int k = 0; k < sorted.length; k++) {
      double more = sorted[k] - (k == 0 ? 0 : sorted[k - 1]);
      at[k] = (k == 0 ? 0 : at[k - 1]) + more * Math.max(1, (sorted.length - k) / 2.0);
    }
    return at;
  }

  private static Distribution uniform() {
    return Families.named("uniform").orElseThrow().make(Map.of("min", 10e9, "max", 99.999e9));
  }

  @Test
  void aThousandTasksEndWhenTheClosedFormSays() {
    hosts(10, 8);
    for (int i = 0; i < 40; i++) {
      vm("vm" + i, "h*");
    }
    batch("vm*", 1000, uniform());
    double[] gigacycles = new double[1000];
    var draws = uniform().sampler(new Simulation(1, 0).random().stream("jobs.instructions"));
    for (int i = 0; i < 1000; i++) {
      gigacycles[i] = draws.next() / 1e9;
    }
    simulation.run(Long.MAX_VALUE / 2);
    for (int machine = 0; machine < 40; machine++) {
      double[] lengths = new double[25];
      double[] ended = new double[25];
      for (int k = 0; k < 25; k++) {
        lengths[k] = gigacycles[machine + 40 * k];
        ended[k] = ends[machine + 40 * k];
      }
      Arrays.sort(ended);
      double[] expected = closedForm(lengths);
      for (int k = 0; k < 25; k++) {
        assertThat(ended[k]).isCloseTo(expected[k], within(1e-9 * expected[k]));
      }
    }
    assertThat(metric("jobs.finished", "value")).isEqualTo(1000);
    double work = Arrays.stream(gigacycles).sum();
    assertThat(metric("jobs.cpu-time", "value") / 1e9).isCloseTo(work, within(1e-9 * work));
  }

  @Test
  void tasksGoToTheMachinesInTurn() {
    hosts(1, 8);
    vm("a", "h1");
    vm("b", "h1");
    batch("*", 5, Families.constant(10e9));
    simulation.run(Long.MAX_VALUE / 2);
    // Three on two processors of a; two on those of b.
    assertThat(ends[0]).isEqualTo(15);
    assertThat(ends[1]).isEqualTo(10);
    assertThat(ends[4]).isEqualTo(15);
    assertThat(metric("jobs.last-completion", "value")).isEqualTo(15e9);
    assertThat(metric("jobs.completion-time", "mean")).isEqualTo(13e9);
  }

  @Test
  void tasksThatComeOneByOneAreTimedFromTheirComing() {
    hosts(1, 8);
    vm("a", "h1");
    batch("a", 3, Families.constant(1e9), Optional.of(Families.constant(10e9)));
    simulation.run(Long.MAX_VALUE / 2);
    assertThat(ends[2]).isEqualTo(21);
    assertThat(metric("jobs.completion-time", "max")).isEqualTo(1e9);
  }

  @Test
  void theFirstHostWithRoomTakesAMachine() {
    hosts(3, 8);
    for (int i = 0; i < 9; i++) {
      vm("vm" + i, "h*");
    }
    assertThat(world.find("vm3", VirtualMachine.class).orElseThrow().on().host()).isEqualTo("h1");
    assertThat(world.find("vm4", VirtualMachine.class).orElseThrow().on().host()).isEqualTo("h2");
    assertThat(world.find("vm8", VirtualMachine.class).orElseThrow().on().host()).isEqualTo("h3");
    for (int i = 9; i < 12; i++) {
      vm("vm" + i, "h*");
    }
    assertThatThrownBy(() -> vm("vm12", "h*"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no host of 'h*' has room");
  }

  @Test
  void weightAndCapOfAMachineHold() {
    hosts(1, 2);
    vm("a", "h1", Optional.of(cpu(512, Optional.empty())));
    vm("b", "h1", Optional.of(cpu(256, Optional.empty())));
    vm("c", "h1", Optional.of(cpu(65_535, Optional.of(50))));
    batch("*", 6, Families.constant(100e9));
    simulation.run(30_000_000_000L);
    List<Double> got =
        world.all(VirtualMachine.class).stream()
            .map(vm -> VcpuShare.of(vm, world).coreSeconds())
            .toList();
    // Half a core to c; the other one and a half by 2 to 1.
    assertThat(got.get(0)).isCloseTo(30, within(1e-9));
    assertThat(got.get(1)).isCloseTo(15, within(1e-9));
    assertThat(got.get(2)).isCloseTo(15, within(1e-9));
  }

  @Test
  void tasksPauseWithTheirMachineAndMoveWithIt() {
    hosts(2, 1);
    VirtualMachine a = vm("a", "h1");
    VirtualMachine b = vm("b", "h1");
    batch("*", 2, Families.constant(10e9));
    simulation.run(4_000_000_000L);
    // Each has done 2; alone on its host, b takes 3 more seconds for 3.
    a.pause();
    simulation.run(7_000_000_000L);
    Hypervisor h2 = world.find("h2", Hypervisor.class).orElseThrow();
    a.arrive(h2);
    a.resume();
    simulation.run(Long.MAX_VALUE / 2);
    assertThat(ends[0]).isEqualTo(15);
    assertThat(ends[1]).isEqualTo(12);
    assertThat(b.on().host()).isEqualTo("h1");
  }

  @Test
  void aHostThatTakesTurnsIsRefused() {
    Hypervisor.make("h1", memory(), world).connect();
    vm("a", "h1");
    assertThatThrownBy(() -> batch("a", 1, uniform()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("processor-sharing");
  }
}
