package vdcsim.hardware.cpu;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.Simulation;

/** What tasks compute on processors of 1 GHz, and how much they got, for tests of schedulers. */
public final class Loads {
  private static final long MS = 1_000_000;

  private Loads() {}

  /** A task that always has something to compute, from the start on. */
  public static Task loop(Simulation simulation, Task task) {
    simulation.schedule(0, () -> again(task));
    return task;
  }

  private static void again(Task task) {
    task.execute(1000 * MS, () -> again(task));
  }

  /** The part of one processor that a task got in so many seconds. */
  public static double share(Task task, double seconds) {
    return task.ranNs() / (seconds * 1e9);
  }

  /** A task that is woken a hundred times, and computes 0.1 ms each; gives how long it took. */
  public static List<Long> wakings(Simulation simulation, Task task) {
    List<Long> latencies = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      simulation.schedule(
          i * 97 * MS,
          () -> {
            long from = simulation.now();
            task.execute(100_000, () -> latencies.add(simulation.now() - from));
          });
    }
    return latencies;
  }
}
