package vdcsim.hypervisor.pauseloop;

import java.util.List;
import vdcsim.hardware.cpu.Task;

/** Chooses for whom a virtual processor that spins gives its core up (kvm_vcpu_on_spin). */
final class DirectedYield<S extends Sibling<S>> {
  private static final int MOST_TRIES = 3;

  private final List<S> siblings;

  /** Gave its core up because it spun, and has none since. */
  private final boolean[] inSpinLoop;

  /** Whether one of those may be chosen all the same; it is every second time. */
  private final boolean[] eligible;

  private int lastBoosted;

  DirectedYield(List<S> siblings) {
    this.siblings = siblings;
    this.inSpinLoop = new boolean[siblings.size()];
    this.eligible = new boolean[siblings.size()];
  }

  /** It has a core again. */
  void returns(int index) {
    if (inSpinLoop[index]) {
      inSpinLoop[index] = false;
      eligible[index] = false;
    }
  }

  /** One spins; returns whether it gave its core up for another, the next in turn. */
  boolean spins(int me) {
    inSpinLoop[me] = true;
    int tries = MOST_TRIES;
    int count = siblings.size();
    int from = lastBoosted + 1;
    for (int i = 0; i < count && tries > 0; i++) {
      int other = (from + i) % count;
      if (other == me || !mayBeBoosted(other)) {
        continue;
      }
      Task.Yield outcome = siblings.get(me).yieldTo(siblings.get(other));
      if (outcome == Task.Yield.DONE) {
        lastBoosted = other;
        return true;
      }
      tries -= outcome == Task.Yield.IN_VAIN ? 1 : 0;
    }
    returns(me);
    return false;
  }

  private boolean mayBeBoosted(int index) {
    S sibling = siblings.get(index);
    if (!sibling.isReady() || (sibling.wasPreempted() && !sibling.isInKernel())) {
      return false;
    }
    if (!inSpinLoop[index]) {
      return true;
    }
    boolean may = eligible[index];
    eligible[index] = !may;
    return may;
  }
}
