package vdcsim.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vdcsim.hardware.host.Host;
import vdcsim.hardware.host.HostSpec;
import vdcsim.hardware.machine.CpuSpec;
import vdcsim.hardware.machine.Machine;
import vdcsim.hardware.machine.SchedulerKind;
import vdcsim.hypervisor.cpu.cost.ProcessorGeneration;
import vdcsim.hypervisor.cpu.guest.GuestProgram;
import vdcsim.hypervisor.cpu.guest.GuestProgramSpec;
import vdcsim.hypervisor.cpu.guest.PhaseSpec;
import vdcsim.hypervisor.cpu.guest.TechniqueKind;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.DataSize;
import vdcsim.kernel.quantity.Frequency;
import vdcsim.kernel.world.World;

/**
 * A guest whose program does one operation after the other, each a phase of its own, so that none
 * is taken together with another; and one that repeats the same for very long. Arguments:
 * operations (1000000). One line a technique: CPU time of this thread, the first run and the third.
 */
public final class GuestEvents {
  private static final long HERTZ = 3_800_000_000L;
  private static final long FOR_EVER_NS = 1_000_000_000_000_000L;
  private static final long MOST_REPEATS = 100_000_000;
  private static final List<String> OPERATIONS =
      List.of(
          "user",
          "system-call",
          "page-fault",
          "flags-write",
          "page-table-update",
          "port-out",
          "context-switch",
          "call-return",
          "interrupt-flag",
          "read-clock");

  private GuestEvents() {}

  /** Measures. */
  public static void main(String[] arguments) {
    int operations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    List<PhaseSpec> one = OPERATIONS.stream().map(o -> phase(Map.of(o, 1L), 1)).toList();
    List<PhaseSpec> uniform =
        List.of(phase(Map.of("user", 1_000_000L, "page-fault", 1L), MOST_REPEATS));
    for (TechniqueKind technique : TechniqueKind.values()) {
      long first = cpuNs(technique, one, operations / OPERATIONS.size());
      cpuNs(technique, one, operations / OPERATIONS.size());
      long third = cpuNs(technique, one, operations / OPERATIONS.size());
      long long14 = cpuNs(technique, uniform, 1);
      System.out.printf(
          Locale.ROOT,
          "%-24s %d operations: %.3f s cold, %.3f s warm; 100 million million uniform: %.6f s%n",
          technique,
          operations,
          first / 1e9,
          third / 1e9,
          long14 / 1e9);
    }
  }

  private static PhaseSpec phase(Map<String, Long> mix, long repeat) {
    return new PhaseSpec(
        mix,
        Optional.empty(),
        List.of(),
        /* inUserMode= */ false,
        repeat,
        Duration.ZERO,
        1,
        12,
        Optional.empty(),
        new DataSize(0),
        2,
        Map.of());
  }

  private static long cpuNs(TechniqueKind technique, List<PhaseSpec> phases, int rounds) {
    Simulation simulation = new Simulation(1, 0);
    World world = new World(simulation);
    new Host("h1", new HostSpec(Map.of()), world);
    CpuSpec cpu =
        new CpuSpec(
            1,
            1,
            new Frequency(HERTZ),
            SchedulerKind.EEVDF,
            Duration.ofMillis(4),
            Duration.ZERO,
            Map.of());
    Machine.make("h1", cpu, world).connect();
    GuestProgramSpec spec =
        new GuestProgramSpec(
            "h1",
            Optional.empty(),
            technique,
            Optional.empty(),
            ProcessorGeneration.PENTIUM_4,
            phases,
            Optional.empty(),
            rounds,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO);
    GuestProgram.make("g", spec, world).connect();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    simulation.run(FOR_EVER_NS);
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }
}
