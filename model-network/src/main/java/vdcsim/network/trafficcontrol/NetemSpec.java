package vdcsim.network.trafficcontrol;

import java.time.Duration;
import java.util.Optional;
import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.quantity.Ratio;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;

/** What a scenario says about an emulated way, as Linux's netem makes it. */
@Doc("An emulated way: frames come later, get lost, come twice, or pass at a rate.")
public record NetemSpec(
    @Key(value = "How long each frame is held.", fallback = "0 s", example = "10 ms")
        Duration delay,
    @Key(
            value = "By how much the delay varies to either side, each value as likely.",
            fallback = "0 s",
            source = "tc-netem, without a distribution",
            example = "2 ms")
        Duration jitter,
    @Key(
            value = "Whether frames whose delays vary still leave in the order in which they came.",
            fallback = "false",
            source = "tc-netem: a frame with a shorter delay overtakes")
        boolean keepOrder,
    @Key(
            value = "The probability that a frame is lost, each on its own, before it is queued.",
            fallback = "0",
            example = "1 %")
        Ratio loss,
    @Key(value = "The probability that a frame comes twice.", fallback = "0", example = "0.1 %")
        Ratio duplicate,
    @Key(
            value =
                "The rate at which frames pass, one after the other; header and payload count, not"
                    + " preamble, check sequence and gap.",
            example = "10 Mbps")
        Optional<DataRate> rate,
    @Key(
            value = "How many frames are held, the one that passes included; more are dropped.",
            fallback = "1000",
            source = "tc-netem, limit",
            example = "50")
        int limit) {

  public NetemSpec {
    if (limit < 1) {
      throw new Refusal("limit", "at least 1 frame must be held, was " + limit);
    }
    if (jitter.compareTo(delay) > 0) {
      throw new Refusal(
          "jitter", "a delay of " + delay + " cannot vary by more than itself, was " + jitter);
    }
    if (rate.isPresent() && rate.get().bitsPerSecond() == 0) {
      throw new Refusal("rate", "a rate must be more than 0");
    }
  }
}
