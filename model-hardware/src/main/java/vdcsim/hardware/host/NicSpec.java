package vdcsim.hardware.host;

import vdcsim.kernel.quantity.DataRate;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a network card. */
@Doc("A network card.")
@Shorthand("rate")
public record NicSpec(
    @Key(
            value = "The fastest rate of the card.",
            fallback = "1 Gbps",
            source = "IEEE 802.3-2018, clause 40: 1000BASE-T",
            example = "10 Gbps")
        DataRate rate,
    @Key(
            value = "How many frames may wait to be sent.",
            fallback = "1000",
            source = "Linux, default txqueuelen of an Ethernet device")
        int queue) {

  public NicSpec {
    if (queue < 1) {
      throw new Refusal("queue", "a queue holds at least 1 frame, was " + queue);
    }
  }
}
