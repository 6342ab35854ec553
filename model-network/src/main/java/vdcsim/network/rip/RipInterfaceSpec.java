package vdcsim.network.rip;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about an interface that RIP uses. */
@Doc("An interface of a router that speaks RIP.")
public record RipInterfaceSpec(
    @Key(
            value =
                "Whether it takes part: its network is told of, and messages go and come over it.",
            fallback = "true")
        boolean enabled,
    @Key(
            value = "Whether it only listens.",
            fallback = "false",
            source = "FRRouting, passive-interface")
        boolean passive,
    @Key(
            value = "What it adds to the metrics that arrive.",
            fallback = "1",
            source = "RFC 2453, 3.9.2; FRRouting, offset-list in",
            example = "3")
        int metricIn,
    @Key(
            value = "What it says of networks to those from whom it has them; else as the router.",
            example = "poison")
        Optional<SplitHorizon> splitHorizon) {

  /** An interface of which nothing is said. */
  static final RipInterfaceSpec UNNAMED = new RipInterfaceSpec(true, false, 1, Optional.empty());

  public RipInterfaceSpec {
    if (metricIn < 1 || metricIn > Rip.INFINITY) {
      throw new Refusal(
          "metric-in", "metric-in lies from 1 to %d, was %d".formatted(Rip.INFINITY, metricIn));
    }
  }
}
