package vdcsim.hardware.load;

import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.RandomStream;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * Requests that come at a pace, whatever becomes of those before, and are served in order by one
 * thread.
 *
 * <p>Metrics, below its name: {@code requests}, {@code answers}, {@code latency} from a request's
 * coming to its end, its course over time {@code latency-course}, {@code cpu-time}, {@code
 * cpu-share}, {@code steal-time} that the thread was ready and did not run.
 */
public final class CpuRequests implements EventHandler {
  private static final int NEXT = 0;
  private static final int COMES = 1;
  private static final int DONE = 2;

  private final Simulation simulation;
  private final CpuRequestsSpec spec;
  private final Machine machine;
  private final Task task;
  private final Sampler cpu;
  private final Sampler gap;
  private final RandomStream late;
  private final Counter requests;
  private final Counter answers;
  private final Tally latency;
  private final Series course;
  private long made;

  private CpuRequests(String name, CpuRequestsSpec spec, Machine machine, Simulation simulation) {
    this.simulation = simulation;
    this.spec = spec;
    this.machine = machine;
    this.task = machine.task(name, spec.group(), spec.nice(), spec.cpus());
    spec.memory().ifPresent(memory -> memory.say(machine, task));
    this.cpu = spec.cpu().sampler(simulation.random().stream(name + ".cpu"));
    this.gap = spec.every().sampler(simulation.random().stream(name + ".every"));
    this.late = simulation.random().stream(name + ".jitter");
    Metrics metrics = simulation.metrics();
    this.requests = metrics.counter(name + ".requests", Unit.COUNT);
    this.answers = metrics.counter(name + ".answers", Unit.COUNT);
    this.latency = metrics.tally(name + ".latency", Unit.NANOSECONDS);
    this.course = metrics.series(name + ".latency-course", Unit.NANOSECONDS);
    metrics.figure(name + ".cpu-time", Unit.NANOSECONDS, task::ranNs);
    metrics.rateOfTotal(name + ".cpu-share", Unit.RATIO, () -> task.ranNs() / 1e9);
    metrics.figure(name + ".steal-time", Unit.NANOSECONDS, task::waitedNs);
  }

  /** Makes the requests and the thread that serves them. */
  public static Wiring make(String name, CpuRequestsSpec spec, World world) {
    return () -> {
      Machine machine = Machine.at(spec.on(), world);
      CpuRequests made = new CpuRequests(name, spec, machine, world.simulation());
      world.add(name, made);
      made.scheduleNext(spec.start().toNanos());
    };
  }

  private void scheduleNext(long delayNs) {
    simulation.schedule(delayNs, this, NEXT, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    long now = simulation.now();
    switch (kind) {
      case NEXT -> {
        made++;
        long lateNs = (long) (late.nextDouble() * spec.jitter().toNanos());
        simulation.schedule(lateNs, this, COMES, 0, Simulation.NO_REFERENCE);
        if (spec.count().isEmpty() || made < spec.count().get()) {
          scheduleNext(Math.max(1, gap.nextLong()));
        }
      }
      case COMES -> {
        requests.increment();
        long cycles = machine.processor().cycles(cpu.nextLong());
        task.execute(cycles, this, DONE, now, Simulation.NO_REFERENCE);
      }
      default -> {
        answers.increment();
        latency.record(now - argument);
        course.record((double) (now - argument));
      }
    }
  }
}
