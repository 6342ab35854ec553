package vdcsim.network.bgp;

import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.spec.Shorthand;
import vdcsim.network.bgp.rib.Aggregates;
import vdcsim.network.ip.Ipv4Prefix;

/** What a scenario says about a network that stands for those within it. */
@Doc("A network that is announced while one within it can be reached.")
@Shorthand("prefix")
public record AggregateSpec(
    @Key(value = "The network.", example = "10.20.0.0/16") String prefix,
    @Key(value = "Whether the networks within it are not announced.", fallback = "false")
        boolean summaryOnly,
    @Key(
            value = "Whether its AS path names the systems of all networks within it.",
            fallback = "false")
        boolean asSet) {

  public AggregateSpec {
    try {
      Ipv4Prefix.parse(prefix);
    } catch (IllegalArgumentException e) {
      throw new Refusal("prefix", e.getMessage());
    }
  }

  Aggregates.Setting setting() {
    return new Aggregates.Setting(Ipv4Prefix.parse(prefix), summaryOnly, asSet);
  }
}
