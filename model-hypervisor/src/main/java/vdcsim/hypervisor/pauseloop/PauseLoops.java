package vdcsim.hypervisor.pauseloop;

import java.util.List;
import java.util.stream.LongStream;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * The loops of a machine's virtual processors, and what their exits lead to.
 *
 * <p>Metrics, below the machine's name: {@code pause-exits}; {@code directed-yields}, how often one
 * of them asked the host to run a certain other virtual processor of the machine, which it does as
 * soon as that one's claim allows; {@code pause-window}, the longest that there was.
 */
public final class PauseLoops {
  private final PauseLoopSpec spec;
  private final long[] windows;
  private final DirectedYield<?> yields;
  private final Counter exits;
  private final Counter directed;
  private long longest;

  /** The loops of some virtual processors. */
  public <S extends Sibling<S>> PauseLoops(
      String name, PauseLoopSpec spec, List<S> siblings, Metrics metrics) {
    this.spec = spec;
    this.windows = LongStream.generate(spec::window).limit(siblings.size()).toArray();
    this.yields = new DirectedYield<>(List.copyOf(siblings));
    this.exits = metrics.counter(name + ".pause-exits", Unit.COUNT);
    this.directed = metrics.counter(name + ".directed-yields", Unit.COUNT);
    this.longest = spec.window();
    metrics.figure(name + ".pause-window", Unit.CYCLES, () -> longest);
  }

  /** Whether a loop with so many cycles from one PAUSE to the next is noticed. */
  public boolean notices(int pauseCycles) {
    return pauseCycles > 0 && pauseCycles <= spec.gap();
  }

  /** How long a loop of a virtual processor may last now, in cycles. */
  public long window(int index) {
    return windows[index];
  }

  /** What an exit costs, in cycles. */
  public long exitCycles() {
    return spec.exit();
  }

  /** A virtual processor has got a core. */
  public void getsCore(int index) {
    windows[index] = spec.shrunk(windows[index]);
    yields.returns(index);
  }

  /** A loop has lasted for its window. */
  public void exit(int index) {
    exits.increment();
    windows[index] = spec.grown(windows[index]);
    longest = Math.max(longest, windows[index]);
  }

  /** After an exit, another virtual processor of the machine may run in place of this one. */
  public void giveWay(int index) {
    if (yields.spins(index)) {
      directed.increment();
    }
  }

  /** It was not stopped, though it has given its core up. */
  public void keepsCore(int index) {
    yields.returns(index);
  }
}
