package vdcsim.hypervisor.level.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vdcsim.hardware.cpu.ExecutionContext;
import vdcsim.hardware.machine.Machine;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * A managed-language runtime: methods with counters, two compilers on threads of their own, a heap.
 *
 * <p>Metrics, below the name of who runs it: {@code compiled.quick} and {@code compiled.optimized}
 * methods, {@code compiler-cycles}, {@code collections} and {@code full-collections}, {@code heap}
 * in use at the end.
 */
public final class ManagedRuntime {
  private static final long PER_MILLION = 1_000_000;
  private static final long LEAST_BATCH = 1;

  private final RuntimeSpec spec;
  private final Thresholds thresholds;
  private final List<Method> methods = new ArrayList<>();
  private final Compiler quick;
  private final Compiler optimizing;
  private final Collector collector;
  private double carried;

  /** A runtime that nothing has been run in yet. */
  public ManagedRuntime(
      String name, RuntimeSpec spec, Machine machine, Optional<String> group, Metrics metrics) {
    this.spec = spec;
    this.thresholds = spec.when();
    this.collector = new Collector(spec.heap());
    long size = spec.size();
    this.quick =
        new Compiler(
            Tier.PROFILED,
            size * spec.quickCompile(),
            threads(name + ".quick-compiler", spec.quickThreads(), machine, group));
    this.optimizing =
        new Compiler(
            Tier.OPTIMIZED,
            size * spec.compile(),
            threads(name + ".compiler", spec.threads(), machine, group));
    addMethods();
    metrics.figure(name + ".compiled.quick", Unit.COUNT, quick::compiled);
    metrics.figure(name + ".compiled.optimized", Unit.COUNT, optimizing::compiled);
    metrics.figure(
        name + ".compiler-cycles", Unit.CYCLES, () -> quick.cycles() + optimizing.cycles());
    metrics.figure(name + ".collections", Unit.COUNT, collector::minor);
    metrics.figure(name + ".full-collections", Unit.COUNT, collector::full);
    metrics.figure(name + ".heap", Unit.BYTES, collector::usedBytes);
  }

  private static List<ExecutionContext> threads(
      String name, int count, Machine machine, Optional<String> group) {
    return IntStream.range(0, count)
        .<ExecutionContext>mapToObj(i -> machine.task(name + i, group, 0, List.of()))
        .toList();
  }

  private void addMethods() {
    double[] weights = new double[spec.methods()];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = 1 / StrictMath.pow(k + 1.0, spec.skew());
      sum += weights[k];
    }
    for (double weight : weights) {
      methods.add(new Method(weight / sum));
    }
  }

  /**
   * Runs a piece of the program.
   *
   * @param nativeCycles what the piece would take, compiled by a native compiler
   * @return what it takes, as the methods are compiled now
   */
  public long run(long nativeCycles) {
    long calls = Math.max(LEAST_BATCH, nativeCycles / spec.methodCycles());
    double cycles = carried;
    for (Method method : methods) {
      cycles += nativeCycles * method.share() * spec.ratio(method.tier());
      long times = method.take(calls);
      if (times > 0) {
        method.called(times, spec.loops());
        consider(method);
      }
    }
    collector.allocate(nativeCycles * spec.allocation().bytes() / PER_MILLION);
    long whole = (long) cycles;
    carried = cycles - whole;
    return whole;
  }

  private void consider(Method method) {
    if (method.isQueued() || method.tier() == Tier.OPTIMIZED) {
      return;
    }
    Compiler next = thresholds.next(method.tier()) == Tier.PROFILED ? quick : optimizing;
    if (thresholds.reached(
        method.tier(), method.invocations(), method.backEdges(), next.waitingPerThread())) {
      next.ask(method);
    }
  }

  /** Whether the program must stop for a collection. */
  public boolean isCollectionDue() {
    return collector.isDue();
  }

  /** Collects; what it costs in cycles, in which the program stands. */
  public long collect() {
    return collector.collect();
  }

  /** How many methods are compiled so. */
  long count(Tier tier) {
    return methods.stream().filter(method -> method.tier() == tier).count();
  }
}
