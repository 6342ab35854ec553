package vdcsim.hardware.nic;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about the driver of a card. */
@Doc("The driver of a card.")
public record DriverSpec(
    @Key(
            value =
                "Whether it polls with the interrupt off until nothing is left, as NAPI does; else"
                    + " it takes every frame in the interrupt.",
            fallback = "true")
        boolean napi,
    @Key(
            value = "How many frames it polls before it lets others run.",
            fallback = "64",
            source = "Linux, NAPI_POLL_WEIGHT")
        int budget,
    @Key(
            value = "Cycles of an interrupt's routine.",
            fallback = "3000",
            source = "an assumption: 1 us at 3 GHz to enter, acknowledge and schedule a poll")
        int interrupt,
    @Key(
            value = "Cycles to take a frame out of the ring, and to fill its place anew.",
            fallback = "500",
            source = "an assumption: the rest is in 'packet-costs'")
        int poll) {
  /** What holds when a scenario says nothing. */
  public static final DriverSpec DEFAULT = new DriverSpec(true, 64, 3000, 500);

  public DriverSpec {
    if (budget < 1) {
      throw new Refusal("budget", "a budget has at least 1 frame, was " + budget);
    }
    if (interrupt < 0 || poll < 0) {
      throw new Refusal(interrupt < 0 ? "interrupt" : "poll", "cycles cannot be negative");
    }
  }
}
