package vdcsim.network.rip;

import java.time.Duration;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the times of RIP. */
@Doc("The times of RIP, in whole seconds.")
public record RipTimersSpec(
    @Key(
            value = "Between two messages with the whole table, up to a quarter less or more.",
            fallback = "30 s",
            source = "RFC 2453, 3.8; FRRouting, timers basic",
            example = "5 s")
        Duration update,
    @Key(
            value = "A network of which nothing is heard for so long is out of reach.",
            fallback = "180 s",
            source = "RFC 2453, 3.8; FRRouting, timers basic",
            example = "15 s")
        Duration timeout,
    @Key(
            value = "A network that is out of reach is told of for so long, and then forgotten.",
            fallback = "120 s",
            source = "RFC 2453, 3.8; FRRouting, timers basic",
            example = "10 s")
        Duration garbage) {
  private static final Duration LEAST = Duration.ofSeconds(5);

  /** The times of the standard. */
  static final RipTimersSpec STANDARD =
      new RipTimersSpec(Duration.ofSeconds(30), Duration.ofSeconds(180), Duration.ofSeconds(120));

  public RipTimersSpec {
    check("update", update);
    check("timeout", timeout);
    check("garbage", garbage);
  }

  /** FRRouting counts whole seconds, and takes 5 at least. */
  private static void check(String key, Duration time) {
    if (time.compareTo(LEAST) < 0 || !time.equals(Duration.ofSeconds(time.toSeconds()))) {
      throw new Refusal(
          key,
          "%s is a whole number of seconds, and at least %d, was %s s"
              .formatted(key, LEAST.toSeconds(), time.toNanos() / 1e9));
    }
  }
}
