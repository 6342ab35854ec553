package vdcsim.network.bgp;

import java.time.Duration;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about how speakers notice that a neighbour is gone. */
@Doc("How often a speaker says that it is alive, and how long it waits for its neighbours.")
public record TimersSpec(
    @Key(
            value = "How often it says that it is alive; a third of the hold time at most.",
            fallback = "60 s",
            source = "FRRouting, timers bgp",
            example = "3 s")
        Duration keepalive,
    @Key(
            value =
                "How long a neighbour may be silent; the shorter of both sides holds; 0 s for"
                    + " ever.",
            fallback = "180 s",
            source = "FRRouting, timers bgp",
            example = "9 s")
        Duration hold) {
  private static final int LONGEST_S = 65_535;

  /** FRRouting's. */
  static final TimersSpec DEFAULT = new TimersSpec(Duration.ofSeconds(60), Duration.ofSeconds(180));

  public TimersSpec {
    whole("keepalive", keepalive);
    whole("hold", hold);
    if (hold.toSeconds() == 1 || hold.toSeconds() == 2) {
      throw new Refusal(
          "hold", "a hold time is 0 s, or 3 s at least, was " + hold.toSeconds() + " s");
    }
  }

  private static void whole(String key, Duration time) {
    if (time.toNanosPart() != 0 || time.isNegative() || time.toSeconds() > LONGEST_S) {
      throw new Refusal(
          key, "%s is whole seconds up to %d, was %s".formatted(key, LONGEST_S, time));
    }
  }
}
