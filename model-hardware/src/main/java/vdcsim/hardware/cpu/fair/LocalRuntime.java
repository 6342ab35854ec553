package vdcsim.hardware.cpu.fair;

/** What a group may still run on one processor before it must ask the pool of its quota. */
final class LocalRuntime {
  private final Bandwidth bandwidth;
  private final GroupQueue queue;
  private final boolean limited;
  private long remainingNs;
  private boolean throttled;
  private long sinceNs;

  LocalRuntime(Bandwidth bandwidth, GroupQueue queue) {
    this.bandwidth = bandwidth;
    this.queue = queue;
    this.limited = bandwidth.isLimited();
  }

  boolean isThrottled() {
    return throttled;
  }

  /** Whether nothing is left, here or in the pool. */
  boolean isUsedUp() {
    return limited && remainingNs <= 0;
  }

  long remainingNs() {
    return remainingNs;
  }

  long waitingSinceNs() {
    return sinceNs;
  }

  /** The group has run; what is used up is taken from the pool. */
  void charge(long ns) {
    if (limited) {
      remainingNs -= ns;
      refill(Tunables.BANDWIDTH_SLICE_NS);
    }
  }

  private void refill(long targetNs) {
    if (remainingNs <= 0) {
      remainingNs += bandwidth.take(targetNs - remainingNs);
    }
  }

  /** Whether the group may go on running here. */
  boolean mayRun() {
    if (!limited) {
      return true;
    }
    refill(1);
    return remainingNs > 0;
  }

  /** It must wait from now on. */
  void throttle(long nowNs) {
    throttled = true;
    sinceNs = nowNs;
    bandwidth.waits(this);
  }

  /** Takes just what it needs to run again, and returns how much that is. */
  long borrow(long availableNs) {
    long needed = Math.min(availableNs, 1 - remainingNs);
    remainingNs += needed;
    return needed;
  }

  /** It may run again; returns how long it has waited. */
  long release() {
    throttled = false;
    long now = queue.group().scheduler().now();
    long waited = now - sinceNs;
    queue.group().scheduler().released(queue);
    return waited;
  }

  /** There is nothing to run here any more: most of what is left goes back. */
  void rest() {
    long spare = remainingNs - Tunables.KEPT_RUNTIME_NS;
    if (limited && spare > 0) {
      remainingNs -= spare;
      bandwidth.give(spare);
    }
  }
}
