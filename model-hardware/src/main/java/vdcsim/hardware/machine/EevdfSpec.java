package vdcsim.hardware.machine;

import java.time.Duration;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about earliest eligible virtual deadline first. */
@Doc("How EEVDF, the scheduler of Linux, works.")
public record EevdfSpec(
    @Key(
            value =
                "The slice of a task on one processor; with more of them it is longer. Linux 6.6 to"
                    + " 6.12 have 0.75 ms.",
            fallback = "0.7 ms",
            source = "Linux, sysctl_sched_base_slice",
            example = "0.75 ms")
        Duration baseSlice) {
  private static final Duration LEAST = Duration.ofNanos(100_000);
  private static final Duration MOST = Duration.ofMillis(100);

  public EevdfSpec {
    if (baseSlice.compareTo(LEAST) < 0 || baseSlice.compareTo(MOST) > 0) {
      throw new Refusal(
          "base-slice",
          "base-slice lies between 0.1 and 100 ms, was %d us"
              .formatted(baseSlice.toNanos() / 1000));
    }
  }
}
