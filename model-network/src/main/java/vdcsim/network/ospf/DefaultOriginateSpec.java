package vdcsim.network.ospf;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.network.routing.RedistributeSpec.ExternalType;

/** What a scenario says about a default route that a router tells all others of. */
@Doc("A default route that the router brings into OSPF.")
public record DefaultOriginateSpec(
    @Key(
            value = "Whether it does so even if it has no default route itself.",
            fallback = "false",
            source = "FRRouting, default-information originate")
        boolean always,
    @Key(value = "Its metric; without it 10, and 1 with always.", example = "5")
        Optional<Integer> metric,
    @Key(
            value = "How its metric compares.",
            fallback = "e2",
            source = "FRRouting, default-information originate")
        ExternalType type) {

  private static final int MOST_METRIC = 16_777_214;

  public DefaultOriginateSpec {
    metric.ifPresent(DefaultOriginateSpec::check);
  }

  private static void check(int metric) {
    if (metric < 0 || metric > MOST_METRIC) {
      throw new Refusal("metric", "a metric lies from 0 to 16777214, was " + metric);
    }
  }

  int metricOrUsual() {
    return metric.orElse(always ? 1 : 10);
  }
}
