package vdcsim.hypervisor.level.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vdcsim.hardware.cpu.Task;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.EventHandler;
import vdcsim.kernel.Simulation;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.metric.Series;
import vdcsim.kernel.metric.Tally;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.random.Sampler;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;

/**
 * Requests to a program in a managed-language runtime, served in order by one thread; the compilers
 * work beside it on threads of their own, and a collection stops it.
 *
 * <p>Metrics, below its name: {@code requests}, {@code answers}, {@code latency}, and its course
 * {@code latency-course}; {@code slowdown-course}, the cycles of each request over those of native
 * code, and {@code slowdown}, that of the last hundred; {@code pauses} for collections; those of
 * {@link ManagedRuntime}.
 */
public final class Requests implements EventHandler {
  private static final int COMES = 0;
  private static final int DONE = 1;
  private static final int COLLECTED = 2;
  private static final int LAST = 100;

  private final Simulation simulation;
  private final RequestsSpec spec;
  private final Machine machine;
  private final Task task;
  private final ManagedRuntime runtime;
  private final Sampler cpu;
  private final Sampler gap;
  private final Deque<Long> waiting = new ArrayDeque<>();
  private final double[] slowdowns = new double[LAST];
  private final Counter requests;
  private final Counter answers;
  private final Tally latency;
  private final Tally pauses;
  private final Series latencies;
  private final Series course;
  private boolean serving;
  private long made;
  private long pausedAtNs;

  private Requests(String name, RequestsSpec spec, Machine machine, World world) {
    this.simulation = world.simulation();
    this.spec = spec;
    this.machine = machine;
    this.task = machine.task(name, spec.group(), 0, List.of());
    Metrics metrics = simulation.metrics();
    this.runtime =
        new ManagedRuntime(
            name, spec.runtime().orElse(RuntimeSpec.UNSAID), machine, spec.group(), metrics);
    this.cpu = spec.cpu().sampler(simulation.random().stream(name + ".cpu"));
    this.gap = spec.every().sampler(simulation.random().stream(name + ".every"));
    this.requests = metrics.counter(name + ".requests", Unit.COUNT);
    this.answers = metrics.counter(name + ".answers", Unit.COUNT);
    this.latency = metrics.tally(name + ".latency", Unit.NANOSECONDS);
    this.pauses = metrics.tally(name + ".pauses", Unit.NANOSECONDS);
    this.latencies = metrics.series(name + ".latency-course", Unit.NANOSECONDS);
    this.course = metrics.series(name + ".slowdown-course", Unit.NONE);
    metrics.figure(name + ".slowdown", Unit.NONE, this::slowdown);
  }

  /** Makes the program; requests come from its start on. */
  public static Wiring make(String name, RequestsSpec spec, World world) {
    return () -> {
      Machine machine = Machine.at(spec.on(), world);
      Requests made = new Requests(name, spec, machine, world);
      world.add(name, made);
      made.scheduleNext(spec.start().toNanos());
    };
  }

  private double slowdown() {
    long known = Math.min(LAST, answers.total());
    double sum = 0;
    for (int i = 0; i < known; i++) {
      sum += slowdowns[i];
    }
    return known == 0 ? Double.NaN : sum / known;
  }

  private void scheduleNext(long delayNs) {
    simulation.schedule(delayNs, this, COMES, 0, Simulation.NO_REFERENCE);
  }

  @Override
  public void handle(int kind, long argument, Object reference) {
    switch (kind) {
      case COMES -> {
        requests.increment();
        made++;
        waiting.addLast(simulation.now());
        if (spec.count().isEmpty() || made < spec.count().get()) {
          scheduleNext(Math.max(1, gap.nextLong()));
        }
        serve();
      }
      case DONE -> {
        answered(argument);
        collectOrServe();
      }
      default -> {
        pauses.record(simulation.now() - pausedAtNs);
        collectOrServe();
      }
    }
  }

  private void serve() {
    if (serving || waiting.isEmpty()) {
      return;
    }
    serving = true;
    long nativeCycles = Math.max(1, machine.processor().cycles(cpu.nextLong()));
    long cycles = runtime.run(nativeCycles);
    double ratio = (double) cycles / nativeCycles;
    slowdowns[(int) (answers.total() % LAST)] = ratio;
    course.record(ratio);
    task.execute(cycles, this, DONE, waiting.removeFirst(), Simulation.NO_REFERENCE);
  }

  private void answered(long cameNs) {
    answers.increment();
    latency.record(simulation.now() - cameNs);
    latencies.record((double) (simulation.now() - cameNs));
  }

  private void collectOrServe() {
    if (runtime.isCollectionDue()) {
      pausedAtNs = simulation.now();
      task.execute(runtime.collect(), this, COLLECTED, 0, Simulation.NO_REFERENCE);
      return;
    }
    serving = false;
    serve();
  }
}
