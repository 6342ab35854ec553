package vdcsim.network.trafficcontrol;

import java.util.Optional;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about what stands before the queue of a card. */
@Doc("What frames pass before a card's queue: a policer, then an emulated way, then a shaper.")
public record EgressSpec(
    @Key("Drops frames beyond a rate.") Optional<PolicerSpec> police,
    @Key("Delays, loses and repeats frames.") Optional<NetemSpec> netem,
    @Key("Holds frames back to a rate.") Optional<TokenBucketSpec> tbf) {

  public EgressSpec {
    if (police.isEmpty() && netem.isEmpty() && tbf.isEmpty()) {
      throw new Refusal("", "traffic control needs 'police', 'netem' or 'tbf'");
    }
  }
}
