package vdcsim.hypervisor.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vdcsim.hypervisor.vcpu.Rack.MS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vdcsim.hardware.cpu.Occupancy;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Speed;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.kernel.Simulation;

/** What holds in every world. */
class VcpuPropertiesTest {
  private static final List<SchedulerKind> SCHEDULERS =
      List.of(SchedulerKind.EEVDF, SchedulerKind.CFS, SchedulerKind.CREDIT);
  private static final long WALL_MS = 2000;

  /** A rack with machines that compute, sleep, are halted, slowed down and moved. */
  private static Rack world(Random random, int vms) {
    Rack rack = new Rack();
    rack.switching = Duration.ofNanos(1500);
    for (String host : List.of("h1", "h2")) {
      SchedulerKind scheduler = SCHEDULERS.get(random.nextInt(3));
      rack.host(host, 1 + random.nextInt(4), 2, scheduler);
    }
    for (int i = 0; i < vms; i++) {
      String name = "vm" + i;
      int vcpus = 1 + random.nextInt(3);
      rack.vm(name, "h" + (1 + random.nextInt(2)), vcpus, Rack.weight(100 + random.nextInt(900)));
      for (int t = 0; t < 3; t++) {
        Task task = rack.vcpus(name).machine().task(name + "-" + t, Optional.empty(), 0, List.of());
        for (int piece = 0; piece < 30; piece++) {
          long cycles = random.nextInt(60_000_000);
          rack.at(random.nextInt((int) WALL_MS), () -> task.execute(cycles, () -> {}));
        }
      }
      for (int piece = 0; piece < 30; piece++) {
        int vcpu = random.nextInt(vcpus);
        long cycles = random.nextInt(2_000_000);
        rack.at(
            random.nextInt((int) WALL_MS),
            () -> rack.vcpus(name).context(vcpu).execute(cycles, () -> {}));
      }
      for (int event = 0; event < 12; event++) {
        int what = random.nextInt(4);
        double share = 0.2 + 0.8 * random.nextDouble();
        String to = "h" + (1 + random.nextInt(2));
        rack.at(random.nextInt((int) WALL_MS), () -> disturb(rack, name, what, share, to));
      }
    }
    return rack;
  }

  private static void disturb(Rack rack, String vm, int what, double share, String to) {
    switch (what) {
      case 0 -> rack.vm(vm).pause();
      case 1 -> rack.vm(vm).resume();
      case 2 -> rack.vm(vm).throttle(share);
      default -> rack.vm(vm).arrive(rack.hypervisor(to));
    }
  }

  private static long sum(Processor processor, boolean switching) {
    return IntStream.range(0, processor.count())
        .mapToLong(i -> switching ? processor.switchingNs(i) : processor.busyNs(i))
        .sum();
  }

  @Test
  void whatHostsGiveIsWhatMachinesHaveAndWhatTheirTasksUse() {
    for (int seed = 0; seed < 30; seed++) {
      Rack rack = world(new Random(seed), 4);
      rack.runMs(WALL_MS);
      long given = sum(rack.machine("h1").processor(), false);
      given += sum(rack.machine("h2").processor(), false);
      long had = 0;
      for (int i = 0; i < 4; i++) {
        Vcpus vcpus = rack.vcpus("vm" + i);
        Processor inside = vcpus.machine().processor();
        had += vcpus.ranNs();
        assertThat(sum(inside, false) + sum(inside, true))
            .as("seed " + seed)
            .isEqualTo(vcpus.ranNs());
        assertThat(vcpus.ranNs() + vcpus.stolenNs())
            .isLessThanOrEqualTo(vcpus.count() * WALL_MS * MS);
      }
      assertThat(had).as("seed " + seed).isEqualTo(given);
    }
  }

  /** Looked at every 100 us: what is computed in a while never exceeds the while. */
  @Test
  void noVirtualProcessorIsOnTwoCores() {
    Rack rack = world(new Random(99), 5);
    Map<String, Long> before = new TreeMap<>();
    for (int look = 0; look < 10 * WALL_MS; look++) {
      rack.simulation.schedule(
          look * MS / 10,
          () -> {
            for (int i = 0; i < 5; i++) {
              Processor inside = rack.vcpus("vm" + i).machine().processor();
              for (int cpu = 0; cpu < inside.count(); cpu++) {
                long now = inside.busyNs(cpu) + inside.switchingNs(cpu);
                long last = before.getOrDefault(i + "." + cpu, 0L);
                assertThat(now - last).isBetween(0L, MS / 10);
                before.put(i + "." + cpu, now);
              }
            }
          });
    }
    rack.runMs(WALL_MS);
    assertThat(before.values().stream().mapToLong(Long::longValue).sum()).isPositive();
  }

  @Test
  void workAndIdlenessAndSwitchesAreTheWallTime() {
    Random random = new Random(5);
    for (SchedulerKind scheduler : List.of(SchedulerKind.EEVDF, SchedulerKind.CFS)) {
      Simulation simulation = new Simulation(1, 0);
      Idleness idleness = new Idleness(simulation, 3);
      CpuSpec spec =
          CpuSpec.virtual(3, scheduler, Duration.ofMillis(4), Duration.ofNanos(1500), Map.of());
      Machine machine = Machine.virtual("m", spec, simulation, idleness);
      for (int i = 0; i < 3; i++) {
        machine.processor().power(i, 0, Speed.FULL);
      }
      for (int t = 0; t < 6; t++) {
        Task task = machine.task("t" + t, Optional.empty(), 0, List.of());
        for (int piece = 0; piece < 20; piece++) {
          long cycles = random.nextInt(90_000_000);
          simulation.schedule(random.nextInt(1000) * MS, () -> task.execute(cycles, () -> {}));
        }
      }
      simulation.run(3000 * MS);
      long idle = idleness.totalNs();
      assertThat(sum(machine.processor(), false) + sum(machine.processor(), true) + idle)
          .as(scheduler.toString())
          .isEqualTo(3 * 3000 * MS);
    }
  }

  /** Measures how long processors are idle, by being told. */
  private static final class Idleness implements Occupancy {
    private final Simulation simulation;
    private final List<Long> since = new ArrayList<>();
    private final boolean[] busy;
    private long totalNs;

    Idleness(Simulation simulation, int cpus) {
      this.simulation = simulation;
      this.busy = new boolean[cpus];
      IntStream.range(0, cpus).forEach(i -> since.add(0L));
    }

    @Override
    public void busy(int cpu) {
      assertThat(busy[cpu]).isFalse();
      busy[cpu] = true;
      totalNs += simulation.now() - since.get(cpu);
    }

    @Override
    public void idle(int cpu) {
      assertThat(busy[cpu]).isTrue();
      busy[cpu] = false;
      since.set(cpu, simulation.now());
    }

    long totalNs() {
      long now = simulation.now();
      return totalNs
          + IntStream.range(0, busy.length)
              .filter(i -> !busy[i])
              .mapToLong(i -> now - since.get(i))
              .sum();
    }
  }

  @Test
  void weightsAreHonouredInTheLongRun() {
    Random random = new Random(3);
    for (SchedulerKind scheduler : SCHEDULERS) {
      Rack rack = new Rack().host("h1", 2, 2, scheduler);
      List<Integer> weights = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        weights.add(300 + random.nextInt(200));
        rack.vm("vm" + i, "h1", 2, Rack.weight(weights.get(i)));
        rack.loops("vm" + i);
      }
      rack.runMs(20_000);
      double all = weights.stream().mapToInt(Integer::intValue).sum();
      for (int i = 0; i < 3; i++) {
        double share = rack.vcpus("vm" + i).ranNs() / 40e9;
        assertThat(share).as(scheduler + " vm" + i).isCloseTo(weights.get(i) / all, within(0.02));
      }
    }
  }
}
