package vdcsim.hardware.load;

import java.util.ArrayList;
import java.util.List;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * Threads that compute without end.
 *
 * <p>Metrics, below its name: {@code cpu-time}, {@code cpu-share}, the processors that it had in
 * the mean, {@code steal-time} that its threads were ready and did not run.
 */
public final class BusyLoop implements EventHandler {
  private static final int START = 0;
  private static final int AGAIN = 1;

  /** A second's work at a time, so that a loop costs no events of its own. */
  private static final long PIECE_NS = 1_000_000_000L;

  private final Machine machine;
  private final List<Task> tasks = new ArrayList<>();

  private BusyLoop(String name, BusyLoopSpec spec, Machine machine, Metrics metrics) {
    this.machine = machine;
    for (int i = 1; i <= spec.threads(); i++) {
      String taskName = spec.threads() == 1 ? name : name + "-" + i;
      tasks.add(machine.task(taskName, spec.group(), spec.nice(), spec.cpus()));
    }
    metrics.figure(name + ".cpu-time", Unit.NANOSECONDS, this::ranNs);
    metrics.rate(name + ".cpu-share", Unit.RATIO, () -> ranNs() / 1e9);
    metrics.figure(
        name + ".steal-time",
        Unit.NANOSECONDS,
        () -> tasks.stream().mapToLong(Task::waitedNs).sum());
  }

  private double ranNs() {
    return tasks.stream().mapToLong(Task::ranNs).sum();
  }

  /** Makes the threads. */
  public static Wiring make(String name, BusyLoopSpec spec, World world) {
    return () -> {
      Machine machine = world.require("on", spec.on(), Machine.class, "host with 'cpu'");
      BusyLoop loop = new BusyLoop(name, spec, machine, world.simulation().metrics());
      world.add(name, loop);
      world.simulation().schedule(spec.start().toNanos(), loop, START, 0, Simulation.NO_REFERENCE);
    };
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    if (kind == AGAIN) {
      compute((Task) reference);
    } else {
      tasks.forEach(this::compute);
    }
  }

  private void compute(Task task) {
    task.execute(machine.processor().cycles(PIECE_NS), this, AGAIN, 0, task);
  }
}
