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
 * the mean, {@code steal-time} that its threads were ready and did not run; with {@code for} also
 * {@code run-time}, from their start to the end of the last. Where processors are not all alike
 * also {@code work-share}, the work done, in whole cores with near memory.
 */
public final class BusyLoop implements EventHandler {
  private static final int START = 0;
  private static final int AGAIN = 1;
  private static final int STOP = 2;

  /** A second's work at a time, so that a loop costs no events of its own. */
  private static final long PIECE_NS = 1_000_000_000L;

  private final Machine machine;
  private final List<Task> tasks = new ArrayList<>();
  private boolean stopped;
  private long startNs;
  private long endNs = -1;

  private BusyLoop(String name, BusyLoopSpec spec, Machine machine, Metrics metrics) {
    this.machine = machine;
    for (int i = 1; i <= spec.threads(); i++) {
      String taskName = spec.threads() == 1 ? name : name + "-" + i;
      tasks.add(machine.task(taskName, spec.group(), spec.nice(), spec.cpus()));
    }
    spec.memory().ifPresent(memory -> tasks.forEach(task -> memory.say(machine, task)));
    metrics.figure(name + ".cpu-time", Unit.NANOSECONDS, this::ranNs);
    metrics.rateOfTotal(name + ".cpu-share", Unit.RATIO, () -> ranNs() / 1e9);
    metrics.figure(
        name + ".steal-time",
        Unit.NANOSECONDS,
        () -> tasks.stream().mapToLong(Task::waitedNs).sum());
    if (!machine.processor().topology().isFlat()) {
      metrics.rateOfTotal(
          name + ".work-share",
          Unit.RATIO,
          () -> tasks.stream().mapToLong(Task::workedNs).sum() / 1e9);
    }
  }

  private double ranNs() {
    return tasks.stream().mapToLong(Task::ranNs).sum();
  }

  /** Makes the threads. */
  public static Wiring make(String name, BusyLoopSpec spec, World world) {
    return () -> {
      Machine machine = Machine.at(spec.on(), world);
      BusyLoop loop = new BusyLoop(name, spec, machine, world.simulation().metrics());
      world.add(name, loop);
      long startNs = spec.start().toNanos();
      world.simulation().schedule(startNs, loop, START, 0, Simulation.NO_REFERENCE);
      loop.startNs = startNs;
      spec.for_().ifPresent(time -> loop.stopAfter(name, time.toNanos(), world.simulation()));
    };
  }

  private void stopAfter(String name, long ns, Simulation simulation) {
    simulation.schedule(startNs + ns, this, STOP, 0, Simulation.NO_REFERENCE);
    simulation
        .metrics()
        .figure(
            name + ".run-time", Unit.NANOSECONDS, () -> endNs < 0 ? Double.NaN : endNs - startNs);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case START -> tasks.forEach(this::compute);
      case AGAIN -> compute((Task) reference);
      default -> {
        // Each looks at the time when it runs next.
        stopped = true;
        tasks.forEach(task -> task.cut(0));
      }
    }
  }

  private void compute(Task task) {
    if (stopped) {
      endNs = machine.processor().now();
    } else {
      task.execute(machine.processor().cycles(PIECE_NS), this, AGAIN, 0, task);
    }
  }
}
