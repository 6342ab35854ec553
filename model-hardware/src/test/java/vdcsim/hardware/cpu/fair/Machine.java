package vdcsim.hardware.cpu.fair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vdcsim.hardware.cpu.Processor;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.cpu.Topology;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.quantity.Frequency;

/** A machine with loops and requests, for tests. */
final class Machine {
  static final long MS = 1_000_000;
  private static final long GHZ = 1_000_000_000;

  final Simulation simulation = new Simulation(1, 0);
  final FairScheduler scheduler;
  final Processor processor;
  final Map<String, FairGroup> groups = new LinkedHashMap<>();

  Machine(int cpus, FairPolicy policy, long switchNs) {
    scheduler = new FairScheduler(simulation, cpus, policy, 4 * MS);
    processor =
        new Processor(
            simulation, "h", Topology.flat(cpus), new Frequency(2 * GHZ), switchNs, scheduler);
    groups.put("", scheduler.root());
  }

  FairGroup group(String path, long shares, boolean idle, Quota quota) {
    int slash = path.lastIndexOf('/');
    FairGroup parent = groups.get(slash < 0 ? "" : path.substring(0, slash));
    FairGroup group = scheduler.group(parent, path, shares, idle, quota);
    groups.put(path, group);
    return group;
  }

  Task task(FairGroup group, String name, int nice) {
    return scheduler.task(
        group, name, nice, IntStream.range(0, processor.count()).boxed().toList());
  }

  /** A task that always has something to compute. */
  Task loop(FairGroup group, String name, int nice) {
    Task task = task(group, name, nice);
    simulation.schedule(0, () -> again(task));
    return task;
  }

  private void again(Task task) {
    task.execute(processor.cycles(1000 * MS), () -> again(task));
  }

  /** A task that computes so much every so often; gives the times from request to end. */
  List<Double> requests(Task task, double cpuMs, List<Double> arrivalsMs) {
    List<Double> latencies = new ArrayList<>();
    for (double at : arrivalsMs) {
      simulation.schedule(
          Math.round(at * MS),
          () -> {
            long from = simulation.now();
            task.execute(
                processor.cycles(Math.round(cpuMs * MS)),
                () -> latencies.add((simulation.now() - from) / (double) MS));
          });
    }
    return latencies;
  }

  void runSeconds(double seconds) {
    simulation.run(Math.round(seconds * 1000 * MS));
  }
}
