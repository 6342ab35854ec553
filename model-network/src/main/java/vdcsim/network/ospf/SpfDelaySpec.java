package vdcsim.network.ospf;

import java.time.Duration;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about when shortest paths are computed. */
@Doc("How long a router waits before it computes shortest paths, so that changes gather.")
public record SpfDelaySpec(
    @Key(
            value = "From a change after a quiet time to the computation.",
            fallback = "0 s",
            source = "FRRouting, timers throttle spf 0 50 5000")
        Duration first,
    @Key(
            value = "From one computation to the next; it grows by itself while changes go on.",
            fallback = "50 ms",
            source = "FRRouting, timers throttle spf 0 50 5000")
        Duration step,
    @Key(
            value = "The most that the time between two computations grows to.",
            fallback = "5 s",
            source = "FRRouting, timers throttle spf 0 50 5000")
        Duration maximum) {

  /** As FRRouting has it. */
  static final SpfDelaySpec USUAL =
      new SpfDelaySpec(Duration.ZERO, Duration.ofMillis(50), Duration.ofSeconds(5));

  public SpfDelaySpec {
    check("first", first);
    check("step", step);
    check("maximum", maximum);
  }

  private static void check(String key, Duration time) {
    if (time.isNegative() || time.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new Refusal(key, key + " lies from 0 s to 600 s, was " + time.toNanos() / 1e9 + " s");
    }
  }
}
