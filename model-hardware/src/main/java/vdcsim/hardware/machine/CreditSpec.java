package vdcsim.hardware.machine;

import java.time.Duration;
import vdcsim.hardware.cpu.credit.Turn;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;

/** What a scenario says about Xen's first credit scheduler. */
@Doc("How Xen's credit scheduler works.")
public record CreditSpec(
    @Key(
            value =
                "The turn of a virtual processor, a whole number of milliseconds up to 1000; credit"
                    + " is handed out once in that time.",
            fallback = "30 ms",
            source = "Xen, sched_credit_tslice_ms",
            example = "5 ms")
        Duration slice,
    @Key(
            value = "How long one runs at least before another preempts it.",
            fallback = "1 ms",
            source = "Xen, sched_ratelimit_us",
            example = "500 us")
        Duration rateLimit) {

  /** Refuses what Xen does not take. */
  public CreditSpec {
    new Turn(slice.toNanos(), rateLimit.toNanos());
  }

  /** The turn that it says. */
  Turn turn() {
    return new Turn(slice.toNanos(), rateLimit.toNanos());
  }
}
