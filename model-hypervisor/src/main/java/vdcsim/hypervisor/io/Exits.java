package vdcsim.hypervisor.io;

import java.util.Arrays;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * The exits of a guest for input and output, by kind.
 *
 * <p>Metrics, below the guest's name: {@code io-exits}, {@code io-exits-by.KIND}, {@code
 * io-exit-cycles} that its processors and whoever works for them spent on them.
 */
public final class Exits {
  private final Counter[] counters = new Counter[ExitKind.COUNT];
  private final Counter cycles;

  /** Exits of a guest of this name. */
  public Exits(String name, Metrics metrics) {
    for (ExitKind kind : ExitKind.values()) {
      counters[kind.slot()] = metrics.counter(name + ".io-exits-by." + kind.word(), Unit.COUNT);
    }
    this.cycles = metrics.counter(name + ".io-exit-cycles", Unit.CYCLES);
    metrics.figure(name + ".io-exits", Unit.COUNT, this::counted);
  }

  /** How many there were since the warm-up. */
  public long counted() {
    return Arrays.stream(counters).mapToLong(Counter::value).sum();
  }

  /** So many exits of a kind, which cost so many cycles together. */
  public void count(ExitKind kind, long exits, long cyclesSpent) {
    counters[kind.slot()].add(exits);
    cycles.add(cyclesSpent);
  }

  /** How many there were of a kind since the start of the run, for whoever counts by request. */
  public long total(ExitKind kind) {
    return counters[kind.slot()].total();
  }

  /** How many there were since the start of the run. */
  public long total() {
    long sum = 0;
    for (Counter counter : counters) {
      sum += counter.total();
    }
    return sum;
  }
}
