package vdcsim.hardware.machine;

import java.time.Duration;
import vdcsim.hardware.cpu.Topology;
import vdcsim.hardware.cpu.credit2.RunQueues;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about Xen's second credit scheduler. */
@Doc("How Xen's second credit scheduler works.")
public record Credit2Spec(
    @Key(
            value = "Which processors share a queue; 16 at most do.",
            fallback = "socket",
            source = "Xen, credit2_runqueue",
            example = "core")
        RunQueues runQueues,
    @Key(
            value = "How long one runs at least before another preempts it.",
            fallback = "1 ms",
            source = "Xen, sched_ratelimit_us",
            example = "500 us")
        Duration rateLimit) {
  private static final Duration LEAST = Duration.ofNanos(100_000);
  private static final Duration MOST = Duration.ofMillis(500);

  /** What holds when a scenario says nothing. */
  static final Credit2Spec USUAL = new Credit2Spec(RunQueues.SOCKET, Duration.ofMillis(1));

  public Credit2Spec {
    if (!rateLimit.isZero() && (rateLimit.compareTo(LEAST) < 0 || rateLimit.compareTo(MOST) > 0)) {
      throw new Refusal(
          "rate-limit",
          "rate-limit lies between 100 us and 500 ms, or is 0 s, was %d us"
              .formatted(rateLimit.toNanos() / 1000));
    }
  }

  /** The group of processors with which one shares a queue. */
  int group(int cpu, Topology topology, int coresOfSocket) {
    return switch (runQueues) {
      case CPU -> cpu;
      case CORE -> topology.core(cpu);
      case SOCKET -> topology.core(cpu) / coresOfSocket;
      case NODE -> topology.node(cpu);
      case ALL -> 0;
    };
  }
}
