package vdcsim.hypervisor.cpu.hardware;

/**
 * How long a host looks for work of a virtual processor that has halted before it gives its core
 * away, as KVM adapts it: longer while waits end a little too late for it, not at all once they are
 * longer than the most.
 */
final class HaltPolling {
  private static final int GROWTH = 2;

  private final long mostNs;
  private final long startNs;
  private long windowNs;
  private long polledNs;
  private long found;
  private long slept;

  HaltPolling(HaltPollingSpec spec) {
    this.mostNs = spec.most().toNanos();
    this.startNs = spec.start().toNanos();
  }

  /** The guest halts for so long; returns how much of it the core is kept busy. */
  long halt(long idleNs) {
    long polled = Math.min(windowNs, idleNs);
    polledNs += polled;
    if (mostNs > 0 && idleNs <= windowNs) {
      found++;
      return polled;
    }
    slept++;
    adapt(idleNs);
    return polled;
  }

  /** Linux 6.1, virt/kvm/kvm_main.c: kvm_vcpu_halt, grow_halt_poll_ns, shrink_halt_poll_ns. */
  private void adapt(long idleNs) {
    if (idleNs > mostNs) {
      windowNs = 0;
    } else if (windowNs < mostNs && idleNs < mostNs) {
      windowNs = Math.min(mostNs, Math.max(startNs, windowNs * GROWTH));
    }
  }

  long windowNs() {
    return windowNs;
  }

  long polledNs() {
    return polledNs;
  }

  /** How often work came while it was looked for. */
  long found() {
    return found;
  }

  /** How often the core was given away. */
  long slept() {
    return slept;
  }
}
