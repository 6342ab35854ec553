package vdcsim.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.result.Measurement;
import vdcsim.scenario.command.Vdcsim;
import vdcsim.scenario.language.Scenario;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.problem.RefusedScenario;

/**
 * A thousand machines of 4 GiB, ten on each of a hundred hosts, move to other hosts of a fat tree
 * within a minute, by QEMU's pre-copy over the links that they share; beside it CloudSim Plus with
 * the same moves, where one takes its memory over a fixed bandwidth, without rounds or contention.
 * Arguments: machines (1000), Mbps that each writes (100), {@code ours} to leave CloudSim Plus out.
 */
public final class MigrationScale {
  static final int HOSTS = 100;
  static final int MEMORY_GIB = 4;
  private static final int SEED = 1;
  private static final int MINUTE_MS = 60_000;

  /** A machine goes to a host, both counted from 0. */
  record Move(int vm, int to, int atMs) {}

  private MigrationScale() {}

  /** Runs both sides and prints what they took. */
  public static void main(String[] arguments) throws RefusedScenario {
    int vms = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    int mbps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    List<Move> moves = moves(vms);
    double ours = ours(moves, mbps);
    if (arguments.length <= 2) {
      double startS = cpuS();
      TheirMigrations theirs = new TheirMigrations(moves, vms);
      theirs.run();
      double theirsS = cpuS() - startS;
      print(
          "CloudSim Plus: %.2f s of CPU time, %d migrations, the last ended at %.1f s",
          theirsS, theirs.ended(), theirs.lastS());
      print("%.2f times as much CPU time as CloudSim Plus", ours / theirsS);
    }
  }

  private static List<Move> moves(int vms) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Move> moves = new ArrayList<>();
    for (int vm = 0; vm < vms; vm++) {
      int other = random.nextInt(HOSTS - 1);
      int from = vm * HOSTS / vms;
      moves.add(new Move(vm, other < from ? other : other + 1, 1 + random.nextInt(MINUTE_MS)));
    }
    return moves;
  }

  private static double ours(List<Move> moves, int mbps) throws RefusedScenario {
    double startS = cpuS();
    ScenarioReader reader = new ScenarioReader(Vdcsim.language());
    byte[] text = scenario(moves, mbps).getBytes(StandardCharsets.UTF_8);
    Scenario scenario = reader.read("migrations.yaml", text, List.of());
    Simulation simulation = new Simulation(scenario.seed(), 0);
    scenario.builder().build(0, simulation);
    double builtS = cpuS();
    long wallNs = System.nanoTime();
    simulation.run(scenario.duration().toNanos());
    double endS = cpuS();
    print(
        "vdcsim: read and built in %.2f s of CPU time, run %.2f s (%.2f s of wall time), %d events",
        builtS - startS, endS - builtS, (System.nanoTime() - wallNs) * 1e-9, simulation.events());
    tell(simulation);
    return endS - startS;
  }

  private static void tell(Simulation simulation) {
    double completed = 0;
    double rounds = 0;
    double totalNs = 0;
    for (Measurement measurement : simulation.metrics().read()) {
      double value = measurement.statistic("value").orElse(0);
      completed += measurement.metric().endsWith(".migration.completed") ? value : 0;
      rounds += measurement.metric().endsWith(".migration.rounds") ? value : 0;
      totalNs += measurement.metric().endsWith(".migration.total-time") ? value : 0;
    }
    print(
        "  %.0f migrations completed, %.1f rounds and %.1f s each in the mean",
        completed, rounds / completed, totalNs * 1e-9 / completed);
  }

  private static String scenario(List<Move> moves, int mbps) {
    StringBuilder text = new StringBuilder();
    int each = (moves.size() + HOSTS - 1) / HOSTS;
    text.append("name: migrations\nduration: 400 s\n");
    text.append("fabrics:\n");
    // Room for those that come before others go; 28 of the 128 hosts of the tree stay empty.
    text.append("  dc: { type: fat-tree, k: 8, rate: 10 Gbps, hypervisor: 512 GiB }\n");
    text.append("vms:\n");
    for (int vm = 0; vm < moves.size(); vm++) {
      line(
          text,
          "  vm%d: { on: h%d, memory: %d GiB, dirty: { rate: %d Mbps, working-set: 512 MiB } }",
          vm,
          vm / each + 1,
          MEMORY_GIB,
          mbps);
    }
    text.append("events:\n");
    for (Move move : moves) {
      line(
          text,
          "  - { at: %d ms, migrate: { vm: vm%d, to: h%d, max-bandwidth: 1 Gbps } }",
          move.atMs(),
          move.vm(),
          move.to() + 1);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private static double cpuS() {
    return 1e-9
        * ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime();
  }
}
