package vdcsim.network.nat;

import java.util.List;
import vdcsim.kernel.spec.Doc;
import vdcsim.kernel.spec.Key;
import vdcsim.kernel.spec.Shorthand;

/** What a scenario says about the address translation of a machine. */
@Doc("Network address translation: rules in their order, of which the first that fits counts.")
@Shorthand("rules")
public record NatSpec(
    @Key(value = "The rules.", example = "[{ masquerade: 192.168.1.0/24, out: eth1 }]")
        List<NatRuleSpec> rules) {
  public NatSpec {
    rules = List.copyOf(rules);
  }
}
