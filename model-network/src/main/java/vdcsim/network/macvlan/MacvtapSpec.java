package vdcsim.network.macvlan;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about a macvtap. */
@Doc("A virtual card that shares a card of the host by its address, without a bridge.")
@Shorthand("mode")
public record MacvtapSpec(
    @Key(
            value = "Whom of the same card it reaches.",
            fallback = "vepa",
            source = "ip-link(8): the default of type macvlan and macvtap",
            example = "bridge")
        MacvlanMode mode,
    @Key(
            value =
                "Cycles of the host's processors to hand a frame on; a host without pays nothing.",
            fallback = "700",
            source =
                "estimate: one look-up in a hash of addresses; Open vSwitch, which does more,"
                    + " takes 1005 (Emmerich et al., CloudNet 2014: 1.88 million a second at"
                    + " 3.3 GHz, less 750 to take one from the card)")
        int forward,
    @Key(
            value =
                "Whether it has a queue of the card's own, if the card has any left ('vmdq' of"
                    + " 'nic-hardware'): the card looks the address up, and software does not.",
            fallback = "false",
            source = "Linux: l2-fwd-offload is off unless ethtool turns it on")
        boolean forwardingOffload) {
  public MacvtapSpec {
    if (forward < 0) {
      throw new Refusal("forward", "forward cannot be negative, was " + forward);
    }
  }
}
